package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent types to find a request, and what a hostile one types. */
@DatabaseTest
class CallbackSearchTest {

    private static final Instant NOW = TestClock.OPEN_TUESDAY;

    @Autowired
    private CallbackList list;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    private String elodie;
    private String jean;

    @BeforeEach
    void twoRequests() {
        data.clear();
        clock.set(NOW);
        elodie = data.waiting(NOW.minusSeconds(2));
        jean = data.request(
                NOW.minusSeconds(1),
                Map.of(
                        "first_name", "Jean-Noël",
                        "last_name", "Cœuret",
                        "name_key", "coeuret jean noel",
                        "siret", "13002526500013",
                        "siren", "130025265",
                        "phone", "+596596421234"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Étienne",
                "etienne",
                "ÉTIENNE Élodie",
                "élodie étienne",
                "E\u0301tienne",
                "tienn",
                "552 081 317 66522",
                "55208131766522",
                "552.081.317",
                "552\u00A0081\u202F317",
                "06 12 34 56 78",
                "0612345678",
                "+33 6 12 34 56 78",
                "0033612345678",
                "+33 (0)6.12.34.56.78",
                "06 12 34",
                "tel:+33612345678"
            })
    void findsElodie(String text) {
        assertThat(found(text)).containsExactly(elodie);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coeuret",
                "Cœuret",
                "jean noel",
                "Noël-Jean",
                "130 025 265 00013",
                "0596 42 12 34",
                "+596 596 42 12 34",
                "0596 42"
            })
    void findsJean(String text) {
        assertThat(found(text)).containsExactly(jean);
    }

    @Test
    void findsAReferenceAsPeopleSayIt() {
        assertThat(found(elodie)).containsExactly(elodie);
        assertThat(found(" " + elodie.toLowerCase(Locale.ROOT).replaceAll("(.{4})", "$1 ")))
                .containsExactly(elodie);
    }

    @Test
    void findsANameThatCouldBeAReference() {
        String lagrange =
                data.request(NOW, Map.of("first_name", "Ana", "last_name", "Lagrange", "name_key", "lagrange ana"));
        assertThat(found("Lagrange")).containsExactly(lagrange);
        assertThat(found("lagrange ana")).containsExactly(lagrange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u200B", "\u3164"})
    void showsEverythingWhenNothingIsTyped(String text) {
        assertThat(found(text)).containsExactly(elodie, jean);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesHostileTextLiterallyAndInNoTime(String text) {
        Instant start = Instant.now();
        assertThat(found(text)).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(data.count("callback_request")).isEqualTo(2);
    }

    static List<String> hostile() {
        return List.of(
                "%",
                "_",
                "\\",
                "%tienne%zz",
                "%".repeat(200),
                "'; DROP TABLE callback_request;--",
                "\\'",
                "1 OR 1=1",
                "zz & | !",
                ":*",
                "(((",
                "\"'`",
                "\0\0x",
                "\ud83d zz",
                "😀",
                "é".repeat(50_000),
                "zz ".repeat(17_000),
                "9".repeat(50_000),
                "+" + "3".repeat(50_000),
                "-".repeat(50_000),
                "a\u0301\u0301\u0301".repeat(15_000));
    }

    private List<String> found(String text) {
        var filter = new ListFilter(ListView.ALL, null, null, null, null, null, text);
        return Person.agent("amelie").get(() -> list.page(filter, ListOrder.QUEUE, null, 50)).rows().stream()
                .map(CallbackRow::reference)
                .toList();
    }
}
