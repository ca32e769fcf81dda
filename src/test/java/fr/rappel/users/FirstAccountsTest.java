package fr.rappel.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.rappel.shared.DemoProfile;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who exists in a new installation: nobody, until somebody is named. */
@DatabaseTest
class FirstAccountsTest {

    private final Person admin = Person.admin("admin");

    @Autowired
    private ApplicationContext context;

    @Autowired
    private UserAccounts accounts;

    @Autowired
    private AccountRepository stored;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private TestData data;

    @BeforeEach
    void nobody() {
        data.clear();
    }

    @Test
    void hasNoDemoAccountOutsideTheDemo() {
        new FirstAccounts(new DemoProfile(context.getEnvironment()), accounts, "", "").afterSingletonsInstantiated();
        assertThat(accounts.none()).isTrue();
    }

    @Test
    void hasTheAccountsOfTheReadmeInTheDemo() {
        startDemo();
        startDemo();
        assertThat(admin.get(accounts::agents))
                .extracting(account -> account.username() + " " + account.role())
                .containsExactlyInAnyOrder("agent AGENT", "agent2 AGENT", "superviseur SUPERVISOR", "admin ADMIN");
        assertThat(matches("agent", "rappel-demo")).isTrue();
    }

    @Test
    void removesTheAccountsEverybodyKnowsWhenTheSameDatabaseServesProduction() {
        startDemo();
        admin.get(() -> accounts.create("zoe", "Zoé", "un-bon-mot-de-passe", Role.AGENT));
        start("admin", "un-bon-mot-de-passe");
        assertThat(admin.get(accounts::agents)).extracting(Account::username).containsExactlyInAnyOrder("admin", "zoe");
        assertThat(matches("admin", "rappel-demo")).isFalse();
        assertThat(matches("admin", "un-bon-mot-de-passe")).isTrue();
    }

    @Test
    void makesTheFirstAdministratorOnce() {
        start("Chef", "un-bon-mot-de-passe");
        assertThat(admin.get(() -> accounts.account("chef"))).contains(new Account("chef", "Chef", Role.ADMIN, true));
        assertThat(matches("chef", "un-bon-mot-de-passe")).isTrue();

        start("intrus", "un-autre-mot-de-passe");
        assertThat(admin.get(accounts::agents)).hasSize(1);
    }

    @Test
    void makesNobodyWithoutNameAndPassword() {
        start("", "");
        start("chef", "");
        start("", "un-bon-mot-de-passe");
        assertThat(accounts.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "court",
                "onze-signes",
                "0123456789012345678901234567890123456789012345678901234567890123456789012"
            })
    void refusesToStartWithABadPassword(String password) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start("chef", password))
                .withMessageNotContaining(password);
        assertThat(accounts.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "-a", "é", "a b", "a\nb", "amelie", "AMELIE", "<b>", "amelıe"})
    void refusesNamesThatAreTakenOrMalformed(String name) {
        data.account(Person.agent("amelie"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> admin.get(() -> accounts.create(name, "X", "un-bon-mot-de-passe", Role.AGENT)));
    }

    @Test
    void listsOnlyThoseWhoMayWork() {
        data.account(Person.agent("amelie"));
        data.account(Person.agent("parti"), false);
        assertThat(admin.get(accounts::agents)).extracting(Account::username).containsExactly("amelie");
        assertThat(admin.get(() -> accounts.account(" AMELIE "))).isPresent();
    }

    private void start(String username, String password) {
        new FirstAccounts(new DemoProfile(false), accounts, username, password).afterSingletonsInstantiated();
    }

    private void startDemo() {
        new ApplicationContextRunner()
                .withBean(UserAccounts.class, () -> accounts)
                .withUserConfiguration(DemoProfile.class, FirstAccounts.class)
                .withPropertyValues(
                        "spring.profiles.active=demo",
                        "rappel.first-admin.username=chef",
                        "rappel.first-admin.password=un-bon-mot-de-passe")
                .run(demo -> assertThat(demo).hasNotFailed());
    }

    private boolean matches(String username, String password) {
        return passwords.matches(
                password, stored.findByUsername(username).orElseThrow().passwordHash());
    }
}
