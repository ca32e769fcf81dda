package fr.rappel.users;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of the people who work with Rappel. */
@Service
@Transactional(readOnly = true)
public class UserAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(UserAccounts.class);
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{1,59}");

    private final AccountRepository accounts;
    private final AccountNames names;
    private final PasswordEncoder passwords;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    UserAccounts(
            AccountRepository accounts,
            AccountNames names,
            PasswordEncoder passwords,
            CurrentUser currentUser,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.accounts = accounts;
        this.names = names;
        this.passwords = passwords;
        this.currentUser = currentUser;
        this.facts = facts;
        this.clock = clock;
    }

    /** The account of that name, in any case of letters. */
    @RolesAllowed(Roles.AGENT)
    public Optional<Account> account(String username) {
        return name(username).flatMap(accounts::findByUsername).map(AccountEntity::toAccount);
    }

    /** Those to whom a request may be given: every enabled account, by display name. */
    @RolesAllowed(Roles.AGENT)
    public List<Account> agents() {
        return accounts.findAllByOrderByDisplayName().stream()
                .map(AccountEntity::toAccount)
                .filter(Account::enabled)
                .toList();
    }

    /** The names shown to colleagues, by user name; also of accounts that are disabled. */
    @RolesAllowed(Roles.AGENT)
    public Map<String, String> displayNames() {
        return names.byUsername();
    }

    /** Whether no account exists yet. */
    @AnonymousAllowed
    public boolean none() {
        return accounts.count() == 0;
    }

    /** Whether nobody may make accounts, so that the installation needs its first administrator. */
    boolean noAdministrator() {
        return !accounts.existsByRoleAndEnabledTrue(Role.ADMIN);
    }

    /**
     * Creates an account.
     *
     * @param password 12 to 72 bytes in UTF-8: the hash would ignore what follows
     * @throws IllegalArgumentException if the password is too short or too long, or the name is taken or malformed
     */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public Account create(String username, String displayName, String password, Role role) {
        PasswordRule.check(password);
        return store(username, displayName, hash(password), role);
    }

    /**
     * Lets somebody work again.
     *
     * @throws UnknownAccount if there is no such account
     */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public Account enable(String username) {
        return change(username, AccountEntity::enable);
    }

    /**
     * Keeps somebody out: no further log-in, and open sessions end within seconds.
     *
     * @throws OwnAccount if it is the administrator's own
     * @throws UnknownAccount if there is no such account
     */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public Account disable(String username) {
        return change(username, AccountEntity::disable);
    }

    /**
     * Gives somebody another role; open sessions, which have the old one, end within seconds.
     *
     * @throws OwnAccount if it is the administrator's own
     * @throws UnknownAccount if there is no such account
     */
    @RolesAllowed(Roles.ADMIN)
    @Transactional
    public Account assign(String username, Role role) {
        return change(username, account -> account.assign(role));
    }

    private Account change(String username, Consumer<AccountEntity> change) {
        AccountEntity entity = name(username).flatMap(accounts::findByUsername).orElseThrow(UnknownAccount::new);
        Account before = entity.toAccount();
        if (before.username().equals(currentUser.username())) {
            throw new OwnAccount();
        }
        change.accept(entity);
        Account after = entity.toAccount();
        if (!after.equals(before)) {
            facts.publishEvent(new AccountChanged(after, currentUser.username(), clock.instant()));
        }
        return after;
    }

    /** For start-up, where nobody is signed in yet. */
    @Transactional
    Account store(String username, String displayName, String passwordHash, Role role) {
        return save(username, displayName, passwordHash, role, false);
    }

    /** The same, for an account that {@link #removeDemo()} takes away. */
    @Transactional
    void storeDemo(String username, String displayName, String passwordHash, Role role) {
        save(username, displayName, passwordHash, role, true);
    }

    /** Ends the accounts of a demonstration that this database has served before. */
    @Transactional
    void removeDemo() {
        long removed = accounts.deleteByDemoTrue();
        if (removed > 0) {
            LOG.warn("Removed {} demo accounts: this database has served the demo profile before", removed);
        }
    }

    private Account save(String username, String displayName, String passwordHash, Role role, boolean demo) {
        String name = name(username)
                .filter(free -> accounts.findByUsername(free).isEmpty())
                .orElseThrow(() -> new IllegalArgumentException("User name is malformed or taken"));
        return accounts.save(new AccountEntity(name, displayName, passwordHash, role, demo, clock.instant()))
                .toAccount();
    }

    String hash(String password) {
        return String.valueOf(passwords.encode(password));
    }

    /** The name as it is stored; none if no account can have it, which spares the database what is not even text. */
    static Optional<String> name(String username) {
        return Optional.of(key(username)).filter(NAME.asMatchPredicate());
    }

    static String key(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }
}
