package fr.rappel.users;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Who gets in, through the API's door; the form's door asks the same provider. */
@DatabaseTest
@AutoConfigureMockMvc
class LogInTest {

    private static final String WRONG = "mauvais-mot-de-passe";

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private UserAccounts accounts;

    /** The limits are kept in memory: each test comes from networks of its own. */
    private String here;

    private String elsewhere;

    @BeforeEach
    void oneAgent() {
        data.clear();
        // Whatever an earlier test locked is open again.
        clock.advance(Duration.ofHours(1));
        data.account(amelie);
        String network = "172.16." + Math.abs(System.nanoTime() % 250) + ".";
        here = network + "1";
        elsewhere = network + "2";
    }

    @ParameterizedTest
    @ValueSource(strings = {"amelie", "Amelie", "AMELIE", " amelie "})
    void letsIn(String name) {
        assertThat(signIn(name, TestData.PASSWORD, here)).hasStatus(200);
    }

    @Test
    void answersTheSameToAnUnknownNameAndAWrongPassword() throws Exception {
        var unknown = signIn("personne", TestData.PASSWORD, here);
        var wrong = signIn("amelie", WRONG, here);
        assertThat(unknown).hasStatus(401);
        assertThat(wrong).hasStatus(401);
        assertThat(wrong.getResponse().getContentAsString())
                .isEqualTo(unknown.getResponse().getContentAsString());
        assertThat(wrong.getResponse().getHeaderNames())
                .isEqualTo(unknown.getResponse().getHeaderNames());
    }

    @Test
    void locksTheAccountForTheAddressThatGuessesAndForNoOther() throws Exception {
        String refusal = fail(5).getResponse().getContentAsString();
        var right = signIn("amelie", TestData.PASSWORD, here);
        assertThat(right).hasStatus(401);
        assertThat(right.getResponse().getContentAsString())
                .as("nothing tells that it is locked")
                .isEqualTo(refusal);
        assertThat(signIn("amelie", TestData.PASSWORD, elsewhere)).hasStatus(200);
        data.account(Person.agent("bruno"));
        assertThat(signIn("bruno", TestData.PASSWORD, here)).hasStatus(200);
    }

    @Test
    void locksInWhateverCaseTheNameIsWritten() {
        for (String name : new String[] {"amelie", "AMELIE", "Amelie", " amelie", "aMELIE"}) {
            signIn(name, WRONG, here);
        }
        assertThat(signIn("amelie", TestData.PASSWORD, here)).hasStatus(401);
    }

    @Test
    void forgivesFourFailuresAfterASuccess() {
        fail(4);
        assertThat(signIn("amelie", TestData.PASSWORD, here)).hasStatus(200);
        fail(4);
        assertThat(signIn("amelie", TestData.PASSWORD, here)).hasStatus(200);
    }

    @Test
    void opensAgainAfterFifteenMinutes() {
        fail(5);
        clock.advance(Duration.ofMinutes(14).plusSeconds(59));
        assertThat(signIn("personne", WRONG, elsewhere)).hasStatus(401);
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn("amelie", TestData.PASSWORD, here)).hasStatus(200);
    }

    @Test
    void refusesADisabledAccountAtOnce() {
        assertThat(signIn("amelie", TestData.PASSWORD, here)).hasStatus(200);
        data.disable(amelie);
        assertThat(signIn("amelie", TestData.PASSWORD, here)).hasStatus(401);
    }

    @Test
    void refusesAnotherPasswordAlthoughTheRightOneIsRemembered() {
        accountWithHash("carla", "correct-horse-battery");
        assertThat(signIn("carla", "correct-horse-battery", here)).hasStatus(200);
        assertThat(signIn("carla", "correct-horse-batterx", here)).hasStatus(401);
        assertThat(signIn("carla", "correct-horse-battery ", here)).hasStatus(401);
        assertThat(signIn("amelie", "correct-horse-battery", here)).hasStatus(401);
    }

    @Test
    void refusesLongPasswordsEarlyAndCutsNone() {
        String longest = "a".repeat(PasswordRule.MAX_BYTES);
        accountWithHash("dora", longest);
        assertThat(signIn("dora", longest + "b", here))
                .as("bcrypt alone would accept it")
                .hasStatus(401);
        assertThat(signIn("dora", "é".repeat(40), here)).hasStatus(401);
        assertThat(signIn("dora", "a".repeat(1_000_000), here)).hasStatus(401);
        assertThat(signIn("dora", longest, here)).hasStatus(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "amelie\0", "' or 1=1 --", "amelıe", "ａｍｅｌｉｅ", "amelie\nadmin"})
    void refusesNamesThatAreNone(String name) {
        assertThat(signIn(name, TestData.PASSWORD, here)).hasStatus(401);
    }

    @Test
    void refusesNamesOfAnyLength() {
        assertThat(signIn("a".repeat(100_000), TestData.PASSWORD, here)).hasStatus(401);
    }

    private void accountWithHash(String name, String password) {
        Person.admin("admin").does(() -> accounts.create(name, name, password, Role.AGENT));
    }

    private MvcTestResult fail(int times) {
        MvcTestResult last = null;
        for (int i = 0; i < times; i++) {
            last = signIn("amelie", WRONG + i, here);
            assertThat(last).hasStatus(401);
        }
        return last;
    }

    private MvcTestResult signIn(String name, String password, String address) {
        return mvc.get()
                .uri("/api/v1/queue")
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Basic " + HttpHeaders.encodeBasicAuth(name, password, StandardCharsets.UTF_8))
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                })
                .exchange();
    }
}
