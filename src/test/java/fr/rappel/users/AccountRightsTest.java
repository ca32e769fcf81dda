package fr.rappel.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestData;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** An administrator changes what people may do, and whoever is signed in feels it at once. */
@DatabaseTest
class AccountRightsTest {

    private final Person david = Person.admin("david");

    @Autowired
    private UserAccounts accounts;

    @Autowired
    private UserDetailsService details;

    @Autowired
    private OpenSessions sessions;

    @Autowired
    private AccountRepository repository;

    @Autowired
    private TestData data;

    @BeforeEach
    void people() {
        data.clear();
        data.account(david);
        data.account(Person.agent("amelie"));
        data.account(Person.supervisor("claire"));
    }

    @Test
    void endsTheSessionsOfWhomIsDisabledAndNoOther() {
        var amelie = signedIn("amelie");
        var claire = signedIn("claire");
        assertThat(david.get(() -> accounts.disable(" Amelie ")).enabled()).isFalse();
        assertThat(amelie.isInvalid()).isTrue();
        assertThat(claire.isInvalid()).isFalse();
        assertThat(david.get(accounts::agents)).extracting(Account::username).doesNotContain("amelie");
        assertThat(details.loadUserByUsername("amelie").isEnabled()).isFalse();

        david.get(() -> accounts.enable("amelie"));
        var again = signedIn("amelie");
        sessions.endThoseOfChangedAccounts();
        assertThat(again.isInvalid()).isFalse();
    }

    @Test
    void endsTheSessionsThatHaveTheFormerRole() {
        var claire = signedIn("claire");
        assertThat(david.get(() -> accounts.assign("claire", Role.AGENT)).role())
                .isEqualTo(Role.AGENT);
        assertThat(claire.isInvalid()).isTrue();
    }

    @Test
    void endsNothingWhereNothingChanges() {
        var amelie = signedIn("amelie");
        david.get(() -> accounts.enable("amelie"));
        david.get(() -> accounts.assign("amelie", Role.AGENT));
        sessions.endThoseOfChangedAccounts();
        assertThat(amelie.isInvalid()).isFalse();
    }

    @Test
    void noticesWhatAnotherNodeOrTheDatabaseChanged() {
        var amelie = signedIn("amelie");
        data.disable(Person.agent("amelie"));
        sessions.endThoseOfChangedAccounts();
        assertThat(amelie.isInvalid()).isTrue();
    }

    @Test
    void leavesInPeaceWhoSignsInWhileTheAccountsAreRead() {
        var claire = new MockHttpSession();
        var watched = new AtomicReference<OpenSessions>();
        AccountRepository slow = (AccountRepository) Proxy.newProxyInstance(
                AccountRepository.class.getClassLoader(),
                new Class<?>[] {AccountRepository.class},
                (proxy, read, names) -> {
                    Object found = read.invoke(repository, names);
                    signIn("claire", claire, watched.get());
                    return found;
                });
        watched.set(new OpenSessions(slow));
        signIn("amelie", new MockHttpSession(), watched.get());
        watched.get().endThoseOfChangedAccounts();
        assertThat(claire.isInvalid()).isFalse();
        data.disable(Person.supervisor("claire"));
        watched.get().endThoseOfChangedAccounts();
        assertThat(claire.isInvalid()).isTrue();
    }

    @Test
    void forgetsSessionsThatEndByThemselves() {
        var amelie = signedIn("amelie");
        sessions.attributeRemoved(who(amelie));
        david.get(() -> accounts.disable("amelie"));
        assertThat(amelie.isInvalid()).isFalse();
    }

    @Test
    void refusesChangesOfOnesOwnAccountAndOfNobodys() {
        assertThatThrownBy(() -> david.get(() -> accounts.disable("david"))).isInstanceOf(OwnAccount.class);
        assertThatThrownBy(() -> david.get(() -> accounts.assign("DAVID", Role.AGENT)))
                .isInstanceOf(OwnAccount.class);
        for (String nobody : new String[] {"personne", "", "' or 1=1", "a\0"}) {
            assertThatThrownBy(() -> david.get(() -> accounts.disable(nobody))).isInstanceOf(UnknownAccount.class);
        }
    }

    /** A session as the container reports it when somebody signs in. */
    private MockHttpSession signedIn(String username) {
        var session = new MockHttpSession();
        signIn(username, session, sessions);
        return session;
    }

    private void signIn(String username, MockHttpSession session, OpenSessions sessions) {
        var account = details.loadUserByUsername(username);
        session.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(
                        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities())));
        sessions.attributeAdded(who(session));
    }

    private static HttpSessionBindingEvent who(MockHttpSession session) {
        String name = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;
        return new HttpSessionBindingEvent(session, name, session.getAttribute(name));
    }
}
