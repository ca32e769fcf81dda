package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that visitors type among words. */
@DatabaseTest
class MentionsTest {

    private static final String SHOP = "55208131766522";

    @Autowired
    private Mentions mentions;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void oneDossier() {
        new CopyData(jdbc)
                .clear()
                .company("552081317", "Boulangerie", "1")
                .establishment(SHOP, Map.of())
                .dossier(
                        "DOS-2025-00417",
                        SHOP,
                        "Zoé Ré",
                        Map.of("deca_number", "017202505001222", "deca_key", "017202505001222"))
                .dossier("552081300", SHOP, "Zoé Ré", Map.of())
                .invoice(SHOP, "F-2026/118", "DOS-2025-00417", 100, "DEPOSEE", "2026-01-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Où en est DOS-2025-00417 ? | DOSSIER DOS-2025-00417 [DOS-2025-00417]",
                "dossier dos 2025-00417, merci | DOSSIER DOS-2025-00417 [dos 2025-00417]",
                "le n° DECA 017202505001222. | DOSSIER DOS-2025-00417 [017202505001222]",
                "facture F-2026/118 impayée | INVOICE 55208131766522/F-2026/118 [F-2026/118]",
                "notre SIRET 552 081 317 66522 est bon | ESTABLISHMENT 55208131766522 [552 081 317 66522]",
                "SIREN:552.081.317 | COMPANY 552081317 [552.081.317]",
                "55208131766522 | ESTABLISHMENT 55208131766522 [55208131766522]",
                "numéro 552081300 | DOSSIER 552081300 [552081300]",
                "n° 552 081 300 | DOSSIER 552081300 [552 081 300]",
                "Paris 75 552 081 317 66522 | ESTABLISHMENT 55208131766522 [552 081 317 66522]",
                "75001 55208131766522 | ESTABLISHMENT 55208131766522 [55208131766522]",
                "552 081 317 66522 01 88 13 10 00 | ESTABLISHMENT 55208131766522 [552 081 317 66522]",
                "01.88.13.10.00 552 081 317 fax | COMPANY 552081317 [552 081 317]",
                "depuis 2019, 552 081 317 | COMPANY 552081317 [552 081 317]",
                "55 20 81 31 76 65 22 | ESTABLISHMENT 55208131766522 [55 20 81 31 76 65 22]"
            })
    void findsANumberAndItsPlace(String text, String expected) {
        assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u2009",
                "\u00a0",
                "\u202f",
                "\u2007",
                "\u3000",
                "\t",
                "  ",
                " \u00a0 ",
                " - ",
                "\u2011",
                "\u2212",
                "\u200b",
                "\u00ad",
                "."
            })
    void readsWhateverStandsBetweenTheGroups(String between) {
        String siret = String.join(between, "552", "081", "317", "66522");
        assertThat(found("notre SIRET " + siret + " est bon"))
                .containsExactly("ESTABLISHMENT 55208131766522 [" + siret + "]");
        String number = "DOS" + between + "2025-00417";
        assertThat(found(number + ", merci")).containsExactly("DOSSIER DOS-2025-00417 [" + number + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bonjour, rien à signaler.",
                "552 081 317 66523",
                "13002526500013",
                "XDOS-2025-00417X",
                "9552081317665221",
                "75 552 081 317 66523",
                "552 081 3176 6522x",
                "552 081\n317 66522",
                "5 5 2 0 8 1 3 1 7 6 6 5 2 3",
                "le 12/03/2026 à 14 h 30, 1 250,40 €",
                "DOS-2025-00418"
            })
    void leavesTheRestAlone(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void oneNumberThatManyInvoicesHaveHidesNothingElse() {
        CopyData copy = new CopyData(jdbc);
        for (int issuer = 0; issuer < 510; issuer++) {
            copy.invoice("%014d".formatted(issuer), "2026-001", "DOS-2025-00417", 100, "DEPOSEE", "2026-01-10");
        }
        assertThat(found("facture 2026-001 du 552 081 317 66522"))
                .hasSize(2)
                .last()
                .isEqualTo("ESTABLISHMENT 55208131766522 [552 081 317 66522]");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isBounded(String text) {
        Instant start = Instant.now();
        assertThat(found(text)).hasSizeLessThanOrEqualTo(40);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    static List<String> hostile() {
        return List.of(
                "1 ".repeat(50_000),
                "0 ".repeat(50_000),
                "552 081 317 66522 ".repeat(5_000),
                "a1-".repeat(40_000),
                "9".repeat(100_000),
                "DOS-2025-00417 ".repeat(5_000),
                "'\\%_\0".repeat(9_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DOS-2025-00417 et F-2026/118 pour 552081317"})
    void keepsTheOrderOfTheText(String text) {
        assertThat(found(text))
                .containsExactly(
                        "DOSSIER DOS-2025-00417 [DOS-2025-00417]",
                        "INVOICE 55208131766522/F-2026/118 [F-2026/118]",
                        "COMPANY 552081317 [552081317]");
    }

    private List<String> found(String text) {
        return Person.agent("amelie").get(() -> mentions.in(text)).stream()
                .map(mention -> mention.kind() + " " + mention.id() + " ["
                        + text.substring(mention.start(), mention.end()) + "]")
                .toList();
    }
}
