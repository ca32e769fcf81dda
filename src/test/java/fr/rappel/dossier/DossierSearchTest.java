package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agents type to find something of the copy, and what hostile people type. */
@DatabaseTest
class DossierSearchTest {

    private static final String BAKERY = "552081317";
    private static final String SHOP = "55208131766522";
    private static final String CFA = "13002526500013";

    @Autowired
    private DossierSearch search;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MessageSource messages;

    @BeforeEach
    void aBakeryAndATrainingCentre() {
        new CopyData(jdbc)
                .clear()
                .company(BAKERY, "Boulangerie Lefèvre & Cœuret", "AD 00-4521")
                .company("130025265", "CFA des Métiers", "AD 00-9900")
                .establishment(SHOP, Map.of("commune", "Lyon"))
                .establishment(CFA, Map.of("commune", "Paris"))
                .account("Marie_L@Boulangerie-Lefevre.fr", "Marie Dupont-Noël", "ENTREPRISE", "ACTIF")
                .dossier(
                        "DOS-2025-00417",
                        SHOP,
                        "Élodie Étienne",
                        Map.of("provider_siret", CFA, "deca_number", "017202505001222", "deca_key", "017202505001222"))
                .dossier(
                        "DOS-2026-00980",
                        SHOP,
                        "Jean-Noël Lacroix",
                        Map.of(
                                "type",
                                "PRO_A",
                                "status",
                                "SOLDE",
                                "starts_on",
                                LocalDate.of(2026, 1, 5),
                                "opco_number",
                                "X/77-31",
                                "opco_key",
                                "x7731"))
                .dossier(
                        "DOS-2026-01500",
                        CFA,
                        "Fatou Diallo",
                        Map.of("status", "INCOMPLET", "starts_on", LocalDate.of(2026, 2, 2)))
                .invoice(CFA, "F-2026/118", "DOS-2025-00417", 125_040, "PAYEE", "2026-01-10")
                .payment("VIR 2026 000777", CFA, "F-2026/118", 125_040, "2026-02-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOS-2025-00417 | DOSSIER DOS-2025-00417",
                "dos 2025 00417 | DOSSIER DOS-2025-00417",
                "DOS202500417 | DOSSIER DOS-2025-00417",
                "dos-2025 | DOSSIER DOS-2025-00417",
                "0172025 0500 1222 | DOSSIER DOS-2025-00417",
                "x/77 | DOSSIER DOS-2026-00980",
                "Élodie Étienne | DOSSIER DOS-2025-00417",
                "ETIENNE elodie | DOSSIER DOS-2025-00417",
                "étien | DOSSIER DOS-2025-00417",
                "jean noel lac | DOSSIER DOS-2026-00980",
                "lefevre | COMPANY 552081317",
                "Lefèvre Coeuret | COMPANY 552081317",
                "BOULANGERIE | COMPANY 552081317",
                "552 081 317 | COMPANY 552081317",
                "552.081 | COMPANY 552081317",
                "552 081 317 66522 | ESTABLISHMENT 55208131766522",
                "552081317665 | ESTABLISHMENT 55208131766522",
                "ad 004521 | COMPANY 552081317",
                "AD00-45 | COMPANY 552081317",
                "marie_l@boulangerie-lefevre.fr | ACCOUNT marie_l@boulangerie-lefevre.fr",
                "MARIE_L@BOUL | ACCOUNT marie_l@boulangerie-lefevre.fr",
                "dupont noël | ACCOUNT marie_l@boulangerie-lefevre.fr",
                "f-2026/118 | INVOICE 13002526500013/F-2026/118",
                "F 2026 | INVOICE 13002526500013/F-2026/118",
                "vir2026000777 | PAYMENT VIR 2026 000777",
                "1 250,40 | INVOICE 13002526500013/F-2026/118",
                "1.250,40 € | PAYMENT VIR 2026 000777",
                "1250.4 | PAYMENT VIR 2026 000777"
            })
    void findsByWhatIsTyped(String typed, String expected) {
        assertThat(found(typed, SearchFilter.NONE)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DOS-2025-00418 | DOSSIER DOS-2025-00417",
                "DOS-2025-0417 | DOSSIER DOS-2025-00417",
                "DOS-2025-000417 | DOSSIER DOS-2025-00417",
                "DOS-2052-00417 | DOSSIER DOS-2025-00417",
                "552081371 | COMPANY 552081317",
                "552 081 317 65622 | ESTABLISHMENT 55208131766522",
                "G-2026/118 | INVOICE 13002526500013/F-2026/118",
                "DOR-2025-00417 | DOSSIER DOS-2025-00417",
                "F-2026/181 | INVOICE 13002526500013/F-2026/118",
                "VIR 2026 00777 | PAYMENT VIR 2026 000777"
            })
    void forgivesOneSlipInANumber(String typed, String expected) {
        assertThat(found(typed, SearchFilter.NONE)).contains(expected);
        assertThat(ask(typed, SearchFilter.NONE).forgiven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lefevvre | COMPANY 552081317",
                "lefvere | COMPANY 552081317",
                "boulangerei lefevre | COMPANY 552081317",
                "boulnage | COMPANY 552081317",
                "Élodei Étienne | DOSSIER DOS-2025-00417",
                "eteinne elodie | DOSSIER DOS-2025-00417",
                "lacriox | DOSSIER DOS-2026-00980",
                "duponnt | ACCOUNT marie_l@boulangerie-lefevre.fr",
                "marie dupomt | ACCOUNT marie_l@boulangerie-lefevre.fr"
            })
    void forgivesOneSlipInEachWordOnPostgresql(String typed, String expected) {
        assumeThat(TestDatabase.isPostgresql()).isTrue();
        assertThat(found(typed, SearchFilter.NONE)).contains(expected);
        assertThat(ask(typed, SearchFilter.NONE).forgiven()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lefffvre",
                "bulangerei",
                "DOS-2025-99418",
                "zzz",
                "elodie lacroix",
                "4 111,00",
                "nobody@nowhere.fr"
            })
    void findsNothingFurtherAway(String typed) {
        assertThat(found(typed, SearchFilter.NONE)).isEmpty();
    }

    @Test
    void bringsTheDossiersOfACompanyFromBothSides() {
        assertThat(found(CFA, SearchFilter.NONE))
                .containsExactlyInAnyOrder("ESTABLISHMENT " + CFA, "DOSSIER DOS-2026-01500", "DOSSIER DOS-2025-00417");
        var result = ask(CFA, SearchFilter.NONE);
        assertThat(result.facet(SearchHit::profile))
                .containsExactly(Map.entry(Profile.ENTREPRISE, 1), Map.entry(Profile.ORGANISME_FORMATION, 1));
        assertThat(result.facet(SearchHit::year)).containsExactly(Map.entry(2025, 1), Map.entry(2026, 1));
        assertThat(found("lefevre", SearchFilter.NONE)).contains("DOSSIER DOS-2026-00980", "DOSSIER DOS-2025-00417");
    }

    @Test
    void keepsWhatTheFilterSays() {
        assertThat(found(CFA, new SearchFilter(null, null, null, Profile.ORGANISME_FORMATION)))
                .containsExactly("DOSSIER DOS-2025-00417");
        assertThat(found("dos", new SearchFilter(DossierType.PRO_A, null, null, null)))
                .isEmpty();
        assertThat(found("dos2", new SearchFilter(DossierType.PRO_A, null, null, null)))
                .containsExactly("DOSSIER DOS-2026-00980");
        assertThat(found("dos2", new SearchFilter(null, DossierStatus.INCOMPLET, null, null)))
                .containsExactly("DOSSIER DOS-2026-01500");
        assertThat(found("dos2", new SearchFilter(null, null, 2026, null)))
                .containsExactlyInAnyOrder("DOSSIER DOS-2026-00980", "DOSSIER DOS-2026-01500");
        assertThat(found(SHOP, new SearchFilter(DossierType.PRO_A, DossierStatus.SOLDE, 2026, Profile.ENTREPRISE)))
                .containsExactly("DOSSIER DOS-2026-00980");
        assertThat(found("dos2", new SearchFilter(null, null, Integer.MIN_VALUE, null)))
                .isEmpty();
    }

    @Test
    void saysWhatAHitIs() {
        assertThat(detail("DOS-2025-00417"))
                .isEqualTo("Transmis · Contrat d’apprentissage · Élodie Étienne — Boulangerie Lefèvre & Cœuret");
        assertThat(detail("vir2026000777")).isEqualTo("1\u202f250,40\u00a0€ · 10 février 2026 · F-2026/118");
    }

    @Test
    void showsATransferOnceWithAllThatItPaid() {
        new CopyData(jdbc)
                .invoice(CFA, "F-2026/119", "DOS-2025-00417", 50_000, "PAYEE", "2026-01-11")
                .invoice(CFA, "F-2026/120", "DOS-2026-01500", 10_000, "PAYEE", "2026-01-12")
                .payment("VIR 2026 000777", CFA, "F-2026/119", 50_000, "2026-02-10")
                .payment("VIR 2026 000777", CFA, "F-2026/120", 10_000, "2026-02-10");
        var result = ask("vir 2026 000777", SearchFilter.NONE);
        assertThat(result.groups().get(HitKind.PAYMENT)).singleElement().satisfies(transfer -> {
            assertThat(transfer.amount()).isEqualTo(185_040L);
            assertThat(transfer.detail(messages, Locale.FRENCH))
                    .isEqualTo("1\u202f850,40\u00a0€ · 10 février 2026 · 3\u00a0factures");
        });
        assertThat(result.groups().get(HitKind.INVOICE))
                .as("and which they are")
                .extracting(SearchHit::label)
                .containsExactlyInAnyOrder("F-2026/118", "F-2026/119", "F-2026/120");
        assertThat(ask("vir2026", SearchFilter.NONE).groups().get(HitKind.PAYMENT))
                .singleElement()
                .extracting(SearchHit::amount)
                .isEqualTo(185_040L);
        assertThat(ask("500,00", SearchFilter.NONE).groups().get(HitKind.PAYMENT))
                .as("by the amount of one line")
                .singleElement()
                .extracting(SearchHit::invoices)
                .isEqualTo(3);
    }

    @Test
    void saysThatAFilterChoseAmongAPartOnly() {
        var filter = new SearchFilter(DossierType.PRO_A, null, null, null);
        assertThat(ask("dos2", filter).among()).isNull();
        jdbc.sql("""
                insert into dossier_dossier (number, number_key, type, employer_siret, trainee, trainee_key, status,
                                             status_at, import_run)
                select 'DOS-29-' || x, 'dos29' || x, 'ACTION_FORMATION', '%s', 'Zoé', 'zoe', 'TRANSMIS', current_timestamp, 0
                  from %s""".formatted(
                        SHOP,
                        TestDatabase.isPostgresql() ? "generate_series(1, 2000) x" : "system_range(1, 2000) s(x)"))
                .update();
        assertThat(ask("dos29", filter))
                .as("exactly as many as are looked at")
                .returns(null, SearchResult::among)
                .returns(false, SearchResult::forgiven);
        assertThat(ask("dos2", filter).among()).isEqualTo(2_000);
        assertThat(ask("dos2", SearchFilter.NONE))
                .returns(null, SearchResult::among)
                .returns(true, SearchResult::more);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesHostileTextLiterallyAndInNoTime(String text) {
        Instant start = Instant.now();
        assertThat(found(text, SearchFilter.NONE)).isEmpty();
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(new CopyData(jdbc).count("dossier")).isEqualTo(3);
    }

    static List<String> hostile() {
        return List.of(
                "",
                " ",
                "\u00a0\u200b",
                "%",
                "_",
                "\\",
                "%tienne%zz",
                "marie%zz",
                "m_r_e_l@boulangerie-lefevre.fr",
                "%".repeat(200),
                "'; DROP TABLE dossier_dossier;--",
                "\\'",
                "1 OR 1=1",
                "zz & | !",
                "(((",
                "\"'`",
                "\0\0x",
                "\ud83d zz",
                "😀",
                "é".repeat(50_000),
                "zz ".repeat(33_000),
                "9".repeat(100_000),
                "-".repeat(100_000),
                "a\u0301\u0301\u0301".repeat(30_000),
                "@".repeat(100),
                ":siret0",
                "{0}",
                "x@" + "y".repeat(300));
    }

    private String detail(String text) {
        return ask(text, SearchFilter.NONE).hits().getFirst().detail(messages, Locale.FRENCH);
    }

    private List<String> found(String text, SearchFilter filter) {
        return ask(text, filter).hits().stream()
                .map(hit -> hit.kind() + " " + hit.id())
                .toList();
    }

    private SearchResult ask(String text, SearchFilter filter) {
        return Person.agent("amelie").get(() -> search.search(text, filter));
    }
}
