package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.callback.NotHolder;
import fr.rappel.shared.Siret;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent sees of a caller's company, and hears that it does not see. */
@DatabaseTest
class DossierOverviewTest {

    private static final String SHOP = "55208131766522";
    private static final String OLD = "55208131700018";
    private static final String CFA = "13002526500013";
    private static final Purpose REQUEST = Purpose.request("ABCD2345");

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private DossierOverview overview;

    @Autowired
    private DossierVisibility visibility;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestData data;

    private CopyData copy;

    @BeforeEach
    void aCompanyAndItsTrainingCentre() {
        clock.set(TestClock.OPEN_TUESDAY);
        data.clear();
        data.held("ABCD2345", "amelie");
        copy = new CopyData(jdbc)
                .clear()
                .company("552081317", "Boulangerie", "AD-1")
                .company("130025265", "CFA des Métiers", "AD-2")
                .establishment(SHOP, Map.of())
                .establishment(OLD, Map.of("state", "CLOSED", "successor_siret", SHOP, "head_office", false))
                .establishment(CFA, Map.of())
                .account("marie@boulangerie.fr", "Marie", "ENTREPRISE", "ACTIF")
                .account("luc@boulangerie.fr", "Luc", "ENTREPRISE", "ACTIF")
                .account("paul@cfa.fr", "Paul", "CFA", "BLOQUE")
                .link("marie@boulangerie.fr", "552081317", "ENTREPRISE", "ACTIF", "2026-01-05")
                .link("marie@boulangerie.fr", CFA, "CFA", "RETIRE", "2025-01-05")
                .link("luc@boulangerie.fr", OLD, "ENTREPRISE", "ACTIF", "2025-01-05")
                .dossier(
                        "DOS-1",
                        SHOP,
                        "Zoé Ré",
                        Map.of("provider_siret", CFA, "decision_due", LocalDate.of(2026, 3, 2)))
                .dossier("DOS-2", OLD, "Jean Bon", Map.of("status", "REFUSE"))
                .dossier("DOS-3", CFA, "Ali Ba", Map.of("status", "BROUILLON"))
                .document("DOC-1", "DOS-1", "CERFA_10103", "DEPOSE", "2026-01-05")
                .document("DOC-2", "DOS-2", "REFUS_PRISE_EN_CHARGE", "EMIS", "2026-02-05")
                .document("DOC-3", "DOS-1", "RELANCE", "EMIS", "2026-02-07")
                .invoice(CFA, "F-1", "DOS-1", 1_000, "PAYEE", "2026-02-05")
                .payment("VIR-1", CFA, "F-1", 1_000, "2026-02-20");
    }

    @Test
    void showsTheCompanyWithAllThatIsUnderWay() {
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), "Luc@Boulangerie.fr", REQUEST));
        assertThat(seen.company()).extracting(Company::name).isEqualTo("Boulangerie");
        assertThat(seen.establishments()).extracting(Establishment::siret).containsExactly(SHOP, OLD);
        assertThat(seen.establishments().getLast().successorSiret()).isEqualTo(SHOP);
        assertThat(seen.accounts())
                .extracting(linked -> linked.account().person())
                .containsExactly("Luc", "Marie");
        assertThat(seen.openDossiers()).hasSize(1).first().satisfies(open -> {
            assertThat(open.dossier().number()).isEqualTo("DOS-1");
            assertThat(open.profile()).isEqualTo(Profile.ENTREPRISE);
            assertThat(open.blockers())
                    .extracting(Blocker::rule)
                    .containsExactly(
                            BlockingRule.SILENCE_IS_REFUSAL,
                            BlockingRule.AGREEMENT_MISSING,
                            BlockingRule.ACTIVITY_NUMBER_MISSING);
        });
        assertThat(seen.letters()).extracting(DossierDocument::id).containsExactly("DOC-3", "DOC-2");
        assertThat(seen.payments()).extracting(Payment::bankReference).containsExactly("VIR-1");
        assertThat(copy.count("reading where subject = 'COMPANY' and subject_id = '552081317'"))
                .isEqualTo(1);
        assertThat(copy.count("reading where subject = 'DOSSIER' and subject_id in ('DOS-1', 'DOS-2')"))
                .as("the open one, and the one whose refusal is shown")
                .isEqualTo(2);
        assertThat(copy.count("reading")).isEqualTo(3);
        amelie.does(() -> overview.of(new Siret(SHOP), null, REQUEST));
        assertThat(copy.count("reading")).as("the same within a minute").isEqualTo(3);
    }

    @Test
    void showsABrokenContractWhoseInvoiceStillWaits() {
        copy.dossier("DOS-4", SHOP, "Eva Sol", Map.of("status", "ROMPU", "provider_siret", CFA))
                .invoice(CFA, "F-4", "DOS-4", 1_000, "REJETEE", "2026-02-05");
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), null, REQUEST));
        assertThat(seen.openDossiers())
                .filteredOn(open -> open.dossier().number().equals("DOS-4"))
                .singleElement()
                .satisfies(open ->
                        assertThat(open.blockers()).extracting(Blocker::rule).contains(BlockingRule.INVOICE_REJECTED));
    }

    @Test
    void recordsTheDossierOfAPaymentThatIsShown() {
        copy.dossier("DOS-9", SHOP, "Eva Sol", Map.of("status", "SOLDE", "provider_siret", CFA))
                .invoice(CFA, "F-9", "DOS-9", 2_000, "PAYEE", "2026-02-05")
                .payment("VIR-9", CFA, "F-9", 2_000, "2026-02-21");
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), null, REQUEST));
        assertThat(seen.payments()).extracting(Payment::bankReference).containsExactly("VIR-9", "VIR-1");
        assertThat(copy.count("reading where subject = 'DOSSIER' and subject_id = 'DOS-9'"))
                .isEqualTo(1);
    }

    @Test
    void looksForLettersAndPaymentsBeyondTheDossiersShown() {
        jdbc.sql("update dossier_dossier set status = 'SOLDE' where number = 'DOS-1'")
                .update();
        newerWithoutPapers(60);
        for (String siret : List.of(SHOP, CFA)) {
            var seen = amelie.get(() -> overview.of(new Siret(siret), null, REQUEST));
            assertThat(seen.letters()).extracting(DossierDocument::id).startsWith("DOC-3");
            assertThat(seen.payments()).extracting(Payment::bankReference).containsExactly("VIR-1");
        }
        assertThat(copy.count("reading where subject = 'DOSSIER' and subject_id = 'DOS-1'"))
                .isEqualTo(1);
    }

    @Test
    void knowsWhatACompanyWasPaidHoweverManyDossiersItHas() {
        jdbc.sql("update dossier_dossier set status = 'SOLDE' where number = 'DOS-1'")
                .update();
        newerWithoutPapers(210);
        for (int i = 10; i < 25; i++) {
            copy.invoice(CFA, "P-" + i, "DOS-1", 100, "PAYEE", "2026-01-05")
                    .payment("VIR-P" + i, CFA, "P-" + i, 100, "2026-01-" + i);
        }
        assertThat(amelie.get(() -> overview.of(new Siret(CFA), null, REQUEST)).payments())
                .extracting(Payment::bankReference)
                .containsExactly(
                        "VIR-1", "VIR-P24", "VIR-P23", "VIR-P22", "VIR-P21", "VIR-P20", "VIR-P19", "VIR-P18", "VIR-P17",
                        "VIR-P16");
    }

    private void newerWithoutPapers(int count) {
        for (int i = 0; i < count; i++) {
            copy.dossier(
                    "NEW-" + i,
                    SHOP,
                    "Eva Sol",
                    Map.of("provider_siret", CFA, "status", "SOLDE", "status_at", CopyData.AT.plusSeconds(60 + i)));
        }
    }

    @Test
    void saysThatThereIsMoreThanItShows() {
        for (int i = 100; i < 160; i++) {
            copy.establishment("552081317%05d".formatted(i), Map.of("head_office", false))
                    .account("p%d@boulangerie.fr".formatted(i), "Eva Sol", "ENTREPRISE", "ACTIF")
                    .link("p%d@boulangerie.fr".formatted(i), "552081317", "ENTREPRISE", "ACTIF", "2026-01-05");
        }
        for (int i = 0; i < 29; i++) {
            copy.dossier("NEW-" + i, SHOP, "Eva Sol", Map.of("status", "TRANSMIS"));
        }
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), null, REQUEST));
        assertThat(seen.establishments()).hasSize(50);
        assertThat(seen.allEstablishments()).isEqualTo(62);
        assertThat(seen.accounts()).hasSizeLessThan(62);
        assertThat(seen.allAccounts()).isEqualTo(62);
        assertThat(seen.openDossiers()).hasSize(30);
        assertThat(seen.moreOpen()).isFalse();
        copy.dossier("NEW-29", SHOP, "Eva Sol", Map.of("status", "TRANSMIS"));
        assertThat(amelie.get(() -> overview.of(new Siret(SHOP), null, REQUEST)).moreOpen())
                .isTrue();
    }

    @Test
    void saysThatAnAccountHasMoreLinksThanItShows() {
        for (int i = 100; i < 158; i++) {
            copy.link("marie@boulangerie.fr", "13002526500%03d".formatted(i), "CFA", "ACTIF", "2026-02-05");
        }
        assertThat(own().more()).isFalse();
        copy.link("marie@boulangerie.fr", "13002526500158", "CFA", "ACTIF", "2026-02-05");
        assertThat(own().more()).isTrue();
        assertThat(own().links()).hasSize(60).last().returns(LocalDate.of(2026, 1, 5), Rattachement::since);
    }

    private LinkedAccount own() {
        return amelie.get(() -> overview.of(new Siret(SHOP), "marie@boulangerie.fr", REQUEST))
                .accounts()
                .getFirst();
    }

    @Test
    void forgetsNoPaperHoweverManyAnotherDossierHas() {
        copy.document("OLD-1", "DOS-1", "CONVENTION_FORMATION", "DEPOSE", "2020-01-05");
        for (int i = 0; i < 2_100; i++) {
            copy.document("N-" + i, "DOS-3", "AUTRE", "DEPOSE", "2026-02-08");
        }
        for (int i = 0; i < 2_100; i++) {
            copy.invoice(CFA, "G-" + i, "DOS-1", 100, "PAYEE", "2026-02-08");
        }
        copy.dossier("DOS-5", CFA, "Eva Sol", Map.of("status", "ACCORDE"))
                .invoice(CFA, "R-1", "DOS-5", 100, "REJETEE", "2020-02-08");
        assertThat(blockers(CFA, "DOS-1"))
                .containsExactly(BlockingRule.SILENCE_IS_REFUSAL, BlockingRule.ACTIVITY_NUMBER_MISSING);
        assertThat(blockers(CFA, "DOS-5")).containsExactly(BlockingRule.INVOICE_REJECTED);
    }

    private List<BlockingRule> blockers(String siret, String number) {
        return amelie.get(() -> overview.of(new Siret(siret), null, REQUEST)).openDossiers().stream()
                .filter(open -> open.dossier().number().equals(number))
                .flatMap(open -> open.blockers().stream())
                .map(Blocker::rule)
                .toList();
    }

    @Test
    void readsACompanyForARequestOnlyInItsHands() {
        Person bruno = Person.agent("bruno");
        assertThatThrownBy(() -> bruno.does(() -> overview.of(new Siret(SHOP), null, REQUEST)))
                .isInstanceOf(NotHolder.class);
        assertThatThrownBy(() -> bruno.does(() -> visibility.explain("luc@boulangerie.fr", SHOP, REQUEST)))
                .isInstanceOf(NotHolder.class);
        assertThatThrownBy(() -> bruno.does(() -> overview.of(new Siret("85300098200241"), "paul@cfa.fr", REQUEST)))
                .isInstanceOf(NotHolder.class);
        assertThat(copy.count("reading")).isZero();
    }

    @Test
    void showsTheCallersOwnLinksToOtherCompanies() {
        var seen = amelie.get(() -> overview.of(new Siret(CFA), "marie@boulangerie.fr", REQUEST));
        assertThat(seen.accounts().getFirst().links())
                .extracting(Rattachement::status)
                .containsExactly(RattachementStatus.ACTIF, RattachementStatus.RETIRE);
        assertThat(seen.openDossiers())
                .extracting(open -> open.dossier().number() + " " + open.profile())
                .containsExactlyInAnyOrder("DOS-1 ORGANISME_FORMATION", "DOS-3 ENTREPRISE");
    }

    @Test
    void showsWhatItCanOfAnUnknownCompany() {
        var seen = amelie.get(() -> overview.of(new Siret("85300098200241"), "paul@cfa.fr\0", REQUEST));
        assertThat(seen.company()).isNull();
        assertThat(seen.accounts())
                .extracting(linked -> linked.account().person())
                .containsExactly("Paul");
        assertThat(seen.openDossiers()).isEmpty();
        assertThat(copy.count("reading")).isZero();
    }

    @Test
    void saysWhereTheWorkOfAClosedEstablishmentGoesOnTodayHoweverOftenItMoved() {
        copy.establishment("55208131700028", Map.of("state", "CLOSED", "successor_siret", OLD, "head_office", false));
        copy.dossier("DOS-4", "55208131700028", "Eva Sol", Map.of());
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), null, REQUEST));
        assertThat(seen.establishments())
                .filteredOn(place -> place.state() == RegisterState.CLOSED)
                .extracting(Establishment::successorSiret)
                .containsOnly(SHOP);
        assertThat(amelie.get(() -> visibility.explain("luc@boulangerie.fr", "DOS-1", REQUEST)))
                .isEqualTo(VisibilityAnswer.of(VisibilityFinding.PREDECESSOR_LINKED, SHOP, OLD)
                        .adding(new LinkToAdd(SHOP, Profile.ENTREPRISE)));
        copy.link("luc@boulangerie.fr", "55208131700028", "ENTREPRISE", "ACTIF", "2025-01-05");
        jdbc.sql("delete from dossier_rattachement where scope = '" + OLD + "'").update();
        assertThat(amelie.get(() -> visibility.explain("luc@boulangerie.fr", SHOP, REQUEST)))
                .as("two moves away")
                .isEqualTo(VisibilityAnswer.of(VisibilityFinding.PREDECESSOR_LINKED, SHOP, "55208131700028")
                        .adding(new LinkToAdd(SHOP, null)));
    }

    @Test
    void followsARingOfSuccessorsOnce() {
        jdbc.sql("update dossier_establishment set successor_siret = '" + OLD + "' where siret = '" + SHOP + "'")
                .update();
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), null, REQUEST));
        assertThat(seen.establishments())
                .extracting(Establishment::successorSiret)
                .containsExactly(OLD, SHOP);
        assertThat(amelie.get(() -> visibility.explain("luc@boulangerie.fr", "DOS-1", REQUEST))
                        .finding())
                .isEqualTo(VisibilityFinding.SUCCESSOR_LINKED);
    }

    @ParameterizedTest
    @CsvSource({
        "marie@boulangerie.fr, DOS-1, VISIBLE",
        "MARIE@boulangerie.fr, dos1, VISIBLE",
        "marie@boulangerie.fr, DOS-3, NO_LINK",
        "luc@boulangerie.fr, DOS-1, PREDECESSOR_LINKED",
        "luc@boulangerie.fr, 552 081 317 66522, PREDECESSOR_LINKED",
        "luc@boulangerie.fr, DOS-2, VISIBLE",
        "marie@boulangerie.fr, 130 025 265 00013, LINK_REMOVED",
        "paul@cfa.fr, DOS-1, ACCOUNT_BLOCKED",
        "nobody@nowhere.fr, DOS-1, NO_ACCOUNT",
        "'', DOS-1, NO_ACCOUNT"
    })
    void saysWhySomethingIsNotSeen(String email, String wanted, VisibilityFinding expected) {
        assertThat(amelie.get(() -> visibility.explain(email, wanted, REQUEST)).finding())
                .isEqualTo(expected);
    }

    @Test
    void countsALinkOnItsDaysOnly() {
        LocalDate today = LocalDate.of(2026, 3, 3);
        until("marie@boulangerie.fr", today);
        assertThat(found("marie@boulangerie.fr", "DOS-1")).isEqualTo(VisibilityFinding.VISIBLE);
        until("marie@boulangerie.fr", today.minusDays(1));
        assertThat(found("marie@boulangerie.fr", "DOS-1")).isEqualTo(VisibilityFinding.LINK_ENDED);
        copy.link("marie@boulangerie.fr", SHOP, "ENTREPRISE", "ACTIF", "2026-03-04");
        assertThat(found("marie@boulangerie.fr", "DOS-1")).isEqualTo(VisibilityFinding.LINK_TO_COME);
        copy.link("marie@boulangerie.fr", CFA, "CFA", "ACTIF", "2026-02-05");
        assertThat(found("marie@boulangerie.fr", CFA))
                .as("the other profile's link has ended")
                .isEqualTo(VisibilityFinding.VISIBLE);
        var seen = amelie.get(() -> overview.of(new Siret(SHOP), "marie@boulangerie.fr", REQUEST));
        assertThat(seen.accounts().getFirst().links())
                .extracting(link -> link.on(today))
                .containsExactly(LinkState.ACTIF, LinkState.A_VENIR, LinkState.TERMINE, LinkState.RETIRE);
    }

    @Test
    void asksForTheSuccessorAndForDossiersLeftBehind() {
        assertThat(amelie.get(() -> visibility.explain("luc@boulangerie.fr", OLD, REQUEST)))
                .as("the dossiers of today are at the successor")
                .isEqualTo(VisibilityAnswer.of(VisibilityFinding.PREDECESSOR_LINKED, SHOP, OLD)
                        .adding(new LinkToAdd(SHOP, null)));
        copy.link("luc@boulangerie.fr", SHOP, "ENTREPRISE", "ACTIF", "2025-01-05");
        assertThat(found("luc@boulangerie.fr", OLD)).isEqualTo(VisibilityFinding.VISIBLE);
        jdbc.sql("delete from dossier_rattachement where scope = '" + OLD + "'").update();
        assertThat(found("luc@boulangerie.fr", OLD)).isEqualTo(VisibilityFinding.SUCCESSOR_LINKED);
        assertThat(found("luc@boulangerie.fr", SHOP)).isEqualTo(VisibilityFinding.SUCCESSOR_LINKED);
        jdbc.sql("update dossier_dossier set employer_siret = '" + SHOP + "' where number = 'DOS-2'")
                .update();
        assertThat(found("luc@boulangerie.fr", OLD))
                .as("nothing is left at the old one")
                .isEqualTo(VisibilityFinding.VISIBLE);
    }

    @Test
    void knowsADossierByAnyOfItsNumbersTheExactOneFirst() {
        copy.dossier("DOS-7", SHOP, "Eva Sol", Map.of("deca_number", "017202505001222", "deca_key", "017202505001222"))
                .dossier("DOS-8", CFA, "Eva Sol", Map.of("opco_number", "OP/8", "opco_key", "op8"))
                .dossier("DOS8", SHOP, "Eva Sol", Map.of("opco_number", "DOS-1", "opco_key", "dos1"));
        assertThat(found("marie@boulangerie.fr", "0172 0250 5001 222")).isEqualTo(VisibilityFinding.VISIBLE);
        assertThat(found("marie@boulangerie.fr", "op-8")).isEqualTo(VisibilityFinding.NO_LINK);
        assertThat(found("marie@boulangerie.fr", "DOS-8")).isEqualTo(VisibilityFinding.NO_LINK);
        assertThat(found("marie@boulangerie.fr", "DOS8")).isEqualTo(VisibilityFinding.VISIBLE);
        assertThat(found("luc@boulangerie.fr", "dos 1"))
                .as("a number of this system before one of another")
                .isEqualTo(VisibilityFinding.PREDECESSOR_LINKED);
        assertThat(copy.count("reading where subject_id = 'DOS-7'")).isEqualTo(1);
        assertThat(copy.count("reading where subject_id = 'DOS-1'")).isEqualTo(1);
    }

    @Test
    void findsTheOneLinkAmongVeryMany() {
        for (int i = 100; i < 400; i++) {
            copy.link("luc@boulangerie.fr", "552081317%05d".formatted(i), "ENTREPRISE", "ACTIF", "2026-02-05");
        }
        assertThat(found("luc@boulangerie.fr", "DOS-2")).isEqualTo(VisibilityFinding.VISIBLE);
        assertThat(found("luc@boulangerie.fr", "DOS-1")).isEqualTo(VisibilityFinding.PREDECESSOR_LINKED);
    }

    private VisibilityFinding found(String email, String wanted) {
        return amelie.get(() -> visibility.explain(email, wanted, REQUEST)).finding();
    }

    private void until(String email, LocalDate day) {
        jdbc.sql("update dossier_rattachement set until_on = :day where account_key = :email and status = 'ACTIF'")
                .param("day", day)
                .param("email", email)
                .update();
    }

    @Test
    void seesTwoProfiles() {
        copy.link("marie@boulangerie.fr", CFA, "CFA", "ACTIF", "2026-02-05");
        assertThat(amelie.get(() -> visibility.explain("marie@boulangerie.fr", "DOS-3", REQUEST)))
                .isEqualTo(VisibilityAnswer.of(
                                VisibilityFinding.OTHER_SIDE, CFA, Profile.ORGANISME_FORMATION, Profile.ENTREPRISE)
                        .adding(new LinkToAdd(CFA, Profile.ENTREPRISE)));
        assertThat(amelie.get(() -> visibility.explain("marie@boulangerie.fr", "DOS-2", REQUEST)))
                .isEqualTo(VisibilityAnswer.of(VisibilityFinding.PROFILE_FILTER, Profile.ENTREPRISE));
        assertThat(amelie.get(() -> visibility.explain("marie@boulangerie.fr", "DOS-1", REQUEST)))
                .as("seen from both sides, under either profile")
                .isEqualTo(VisibilityAnswer.of(VisibilityFinding.VISIBLE, Profile.ENTREPRISE));
        assertThat(copy.count("reading where subject = 'DOSSIER'")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"DOS-9", "552081317", "''", "' or 1=1'", "55208131766523"})
    void refusesWhatIsNeitherADossierNorASiret(String wanted) {
        assertThatThrownBy(() -> amelie.does(() -> visibility.explain("marie@boulangerie.fr", wanted, REQUEST)))
                .isInstanceOf(DossierNotFound.class);
    }
}
