package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What one finds whatever spaces, signs and slips are typed, and that the very thing comes first among many. */
@DatabaseTest
class SearchCasesTest {

    private static final String GARAGE = "55208131766522";
    private static final String CENTRE = "13002526500013";

    @Autowired
    private DossierSearch search;

    @Autowired
    private JdbcClient jdbc;

    private CopyData data;

    @BeforeEach
    void aGarageAndATrainingCentre() {
        data = new CopyData(jdbc)
                .clear()
                .company("552081317", "Garage de l’Île-aux-Moines", "AD 00-4521")
                .company("130025265", "Institut 2000 Le Goff", "AD 00-9900")
                .establishment(GARAGE, Map.of("commune", "Lyon"))
                .establishment(CENTRE, Map.of("commune", "Paris"))
                .account("j.roy2@garage-iam.fr", "Jean-Noël Roy", "ENTREPRISE", "ACTIF")
                .dossier("DOS-2025-00417", GARAGE, "Anne Le Goff", Map.of("provider_siret", CENTRE))
                .dossier("DOS-2025-00418", GARAGE, "Paul Delarue", Map.of())
                .dossier("DOS-2025-00419", CENTRE, "Jean-Noël Lacroix", Map.of())
                .invoice(CENTRE, "F-2026/118", "DOS-2025-00417", 125_040, "PAYEE", "2026-01-10")
                .invoice(CENTRE, "F-2026/119", "DOS-2025-00417", 50_000, "PAYEE", "2026-01-10")
                .invoice(CENTRE, "AV-7", "DOS-2025-00417", -8_000, "PAYEE", "2026-01-10")
                .payment("VIREMENT-SEPA-2026-0000000000000000777-A", CENTRE, "F-2026/118", 125_040, "2026-02-10")
                .payment("VIREMENT-SEPA-2026-0000000000000000777-A", CENTRE, "F-2026/119", 50_000, "2026-02-10")
                .payment("VIREMENT-SEPA-2026-0000000000000000777-A", CENTRE, "AV-7", -8_000, "2026-02-10");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "legoff | DOSSIER DOS-2025-00417",
                "le goff | DOSSIER DOS-2025-00417",
                "LEGOFF anne | DOSSIER DOS-2025-00417",
                "annelegoff | DOSSIER DOS-2025-00417",
                "legof | DOSSIER DOS-2025-00417",
                "de la rue | DOSSIER DOS-2025-00418",
                "jeannoel | DOSSIER DOS-2025-00419",
                "jean noël la croix | DOSSIER DOS-2025-00419",
                "jeannoelroy | ACCOUNT j.roy2@garage-iam.fr",
                "îleauxmoines | COMPANY 552081317",
                "moines garage | COMPANY 552081317",
                "institut2000 | COMPANY 130025265",
                "j.roy2@garage-iam.fr | ACCOUNT j.roy2@garage-iam.fr",
                "j.roy2 @garage-iam.fr | ACCOUNT j.roy2@garage-iam.fr",
                "\u00a0J.Roy2@Garage-IAM.\u00a0fr | ACCOUNT j.roy2@garage-iam.fr",
                "@garage-iam | ACCOUNT j.roy2@garage-iam.fr",
                "garage-iam.fr | ACCOUNT j.roy2@garage-iam.fr",
                "iam fr | ACCOUNT j.roy2@garage-iam.fr",
                "1\u2009250,40 | INVOICE 13002526500013/F-2026/118",
                "1  250,40 | INVOICE 13002526500013/F-2026/118",
                "-80,00 | INVOICE 13002526500013/AV-7",
                "\u2212\u00a080 € | INVOICE 13002526500013/AV-7",
                "80,00 | INVOICE 13002526500013/AV-7",
                "500,00 | PAYMENT VIREMENT-SEPA-2026-0000000000000000777-A",
                "1 670,40 | PAYMENT VIREMENT-SEPA-2026-0000000000000000777-A"
            })
    void findsInAnyUsualWriting(String typed, String expected) {
        assertThat(found(typed)).contains(expected);
        assertThat(ask(typed).forgiven()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "DS-2025-00417 | DOSSIER DOS-2025-00417",
                "D0S-2025-00417 | DOSSIER DOS-2025-00417",
                "DOS-2O25-00417 | DOSSIER DOS-2025-00417",
                "DOSS-2025-00417 | DOSSIER DOS-2025-00417",
                "VIREMENT SEPA 2026 0000000000000000778 A | PAYMENT VIREMENT-SEPA-2026-0000000000000000777-A",
                "VIREMEMT SEPA 2026 0000000000000000777 A | PAYMENT VIREMENT-SEPA-2026-0000000000000000777-A",
                "j.roy@garage-iam.fr | ACCOUNT j.roy2@garage-iam.fr",
                "jroy2@garage-iam.fr | ACCOUNT j.roy2@garage-iam.fr",
                "j.roy2@garage-aim.fr | ACCOUNT j.roy2@garage-iam.fr",
                "j.roy2@garage-iam.ff | ACCOUNT j.roy2@garage-iam.fr",
                "j.roy2garage-iam.fr | ACCOUNT j.roy2@garage-iam.fr",
                "j.roy 2@garge-iam.fr | ACCOUNT j.roy2@garage-iam.fr"
            })
    void forgivesOneSlipInANumberOrAddress(String typed, String expected) {
        assertThat(found(typed)).contains(expected);
        assertThat(ask(typed).forgiven()).isTrue();
    }

    /** Many words as short as "martin", or shorter, are one slip away from it. */
    @Test
    void takesTheVeryWordBeforeItsNeighboursOnPostgresql() {
        assumeThat(TestDatabase.isPostgresql()).isTrue();
        data.dossier("DOS-1", GARAGE, "Dupont Martin", Map.of())
                .dossier("DOS-2", GARAGE, "artin marin marti matin mrtin", Map.of())
                .dossier("DOS-3", GARAGE, "bartin cartin dartin fartin gartin hartin jartin kartin lartin", Map.of())
                .dossier("DOS-4", GARAGE, "maatin mabtin mactin madtin maetin maftin magtin mahtin", Map.of());
        assertThat(found("dupnot martin")).containsExactly("DOSSIER DOS-1");
    }

    @Test
    void takesAWholeWordBeforeOnesThatOnlyBeginSoOnPostgresql() {
        assumeThat(TestDatabase.isPostgresql()).isTrue();
        data.dossier("DOS-1", GARAGE, "Zoé Gontrain", Map.of());
        for (char c = 'a'; c <= 'y'; c++) {
            data.dossier("DOS-2" + c, GARAGE, "Luc Gntrin" + c, Map.of());
        }
        assertThat(found("zoé gontrin")).containsExactly("DOSSIER DOS-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "instutut 2000 | COMPANY 130025265",
                "garaeg moines | COMPANY 552081317",
                "moinse de l | COMPANY 552081317",
                "annne goff | DOSSIER DOS-2025-00417",
                "lacriox jean | DOSSIER DOS-2025-00419"
            })
    void forgivesOneSlipInAWordOnPostgresql(String typed, String expected) {
        assumeThat(TestDatabase.isPostgresql()).isTrue();
        assertThat(found(typed)).contains(expected);
        assertThat(ask(typed).forgiven()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "negoff",
                "elego",
                "d0s-2O25-00417",
                "j.roi@garage-iam.com",
                "j.rou2@garage",
                "-1 250,40",
                "-500,00",
                "1 670,41"
            })
    void findsNothingElse(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void theVeryNumberComesFirstAmongManyThatBeginSo() {
        data.dossier("DOS-9", GARAGE, "Zoé Petit", Map.of("status_at", Instant.EPOCH));
        many(i -> data.dossier("DOS-9" + i, GARAGE, "Zoé Grand", Map.of()));
        assertThat(found("dos 9")).startsWith("DOSSIER DOS-9").hasSizeGreaterThan(99);
        assertThat(ask("dos9").more()).isTrue();
        many(i -> data.invoice(CENTRE, "GX-" + i, "DOS-9", 1, "PAYEE", "2026-01-10"));
        data.invoice(CENTRE, "GX-1", "DOS-9", 1, "PAYEE", "2020-01-10");
        assertThat(found("gx1").getFirst()).isEqualTo("INVOICE 13002526500013/GX-1");
    }

    @ParameterizedTest
    @CsvSource({"Zoé Petit", "petit zoé", "ZOE-PETIT", "zoepetit"})
    void theVeryNameComesFirstAmongManyThatHoldIt(String typed) {
        many(i -> data.dossier("DOS-9" + i, GARAGE, "Zoé Petitjean", Map.of()));
        data.dossier("DOS-8", GARAGE, "Zoé Petit", Map.of("status_at", Instant.EPOCH));
        assertThat(found(typed)).startsWith("DOSSIER DOS-8").hasSizeGreaterThan(99);
        many(i -> data.company("9" + i + "00000", "Zoé Petit " + i, "AD" + i));
        data.company("800000000", "Zoé Petit", "AD-8");
        assertThat(ask(typed).groups().get(HitKind.COMPANY).getFirst().id()).isEqualTo("800000000");
    }

    @Test
    void tellsTheNewestDossiersOfACompanyWithManyEstablishments() {
        for (int i = 10; i < 25; i++) {
            String siret = "552081317000" + i;
            data.establishment(siret, Map.of())
                    .dossier("MANY-" + i, siret, "Zoé Petit", Map.of("status_at", CopyData.AT.plusSeconds(i)));
        }
        for (String typed : List.of("552081317", "garage moines")) {
            assertThat(dossiers(typed)).startsWith("MANY-24", "MANY-23").contains("MANY-10", "DOS-2025-00418");
            assertThat(ask(typed).more()).isFalse();
        }
    }

    @Test
    void saysThatThereIsMoreThanTheDossiersOfAFewCompanies() {
        for (int i = 10; i < 21; i++) {
            data.company("9000000" + i, "Hôtel " + i, "H" + i).establishment("9000000" + i + "00001", Map.of());
            data.dossier("HOT-" + i, "9000000" + i + "00001", "Zoé Petit", Map.of());
        }
        assertThat(dossiers("hotel")).isEmpty();
        assertThat(ask("hotel").more()).isTrue();
        assertThat(ask("hotel 12").more()).isFalse();
        assertThat(dossiers("hotel 12")).containsExactly("HOT-12");
    }

    @Test
    void aDossierFoundByItselfAndByItsCompanyIsOfAProfile() {
        data.dossier("DOS-77", CENTRE, "Yann Le Goff", Map.of());
        assertThat(dossiers("le goff")).containsExactlyInAnyOrder("DOS-77", "DOS-2025-00417", "DOS-2025-00419");
        var employer = new SearchFilter(null, null, null, Profile.ENTREPRISE);
        var provider = new SearchFilter(null, null, null, Profile.ORGANISME_FORMATION);
        assertThat(dossiers("le goff", employer)).containsExactlyInAnyOrder("DOS-77", "DOS-2025-00419");
        assertThat(dossiers("le goff", provider)).containsExactly("DOS-2025-00417");
        assertThat(ask("le goff").facet(SearchHit::profile))
                .isEqualTo(Map.of(Profile.ENTREPRISE, 2, Profile.ORGANISME_FORMATION, 1));
    }

    @Test
    void theSumOfATransferFollowsItsLines() {
        jdbc.sql("update dossier_payment set amount = 60000 where invoice_number = 'F-2026/119'")
                .update();
        assertThat(found("1 670,40")).isEmpty();
        assertThat(found("1 770,40")).contains("PAYMENT VIREMENT-SEPA-2026-0000000000000000777-A");
        jdbc.sql("delete from dossier_payment where invoice_number = 'AV-7'").update();
        assertThat(found("1 770,40")).isEmpty();
        assertThat(found("1 850,40")).contains("PAYMENT VIREMENT-SEPA-2026-0000000000000000777-A");
        jdbc.sql("delete from dossier_payment").update();
        assertThat(found("1 850,40")).isEmpty();
        assertThat(jdbc.sql("select count(*) from dossier_transfer")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void many(IntConsumer each) {
        IntStream.range(100, 210).forEach(each);
    }

    private List<String> dossiers(String text) {
        return dossiers(text, SearchFilter.NONE);
    }

    private List<String> dossiers(String text, SearchFilter filter) {
        return Person.agent("amelie").get(() -> search.search(text, filter)).hits().stream()
                .filter(hit -> hit.kind() == HitKind.DOSSIER)
                .map(SearchHit::id)
                .toList();
    }

    private List<String> found(String text) {
        return ask(text).hits().stream().map(hit -> hit.kind() + " " + hit.id()).toList();
    }

    private SearchResult ask(String text) {
        return Person.agent("amelie").get(() -> search.search(text, SearchFilter.NONE));
    }
}
