package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What the call sheet says of the caller's company, to whom, and what is answered with it. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class CopyOnTheSheetTest extends SpringBrowserlessTest {

    private static final List<String> TABLES = List.of(
            "reading",
            "link",
            "payment",
            "invoice",
            "document",
            "status_change",
            "dossier",
            "rattachement",
            "account",
            "establishment",
            "company");

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void aBakeryWithADossierThatWaits() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.agent("amelie"));
        data.account(Person.agent("bruno"));
        TABLES.forEach(table -> run("delete from dossier_" + table));
        run("""
                insert into dossier_company (siren, name, name_key, member_number, member_key, state, import_run)
                values ('552081317', 'Boulangerie <b>Œ</b>', 'boulangerie', 'AD-1', 'ad1', 'ACTIVE', 0)""");
        place("55208131766522", "ACTIVE", "null");
        run("""
                insert into dossier_account (email_key, email, person, person_key, kind, admin, status, import_run)
                values ('elodie@exemple.fr', 'elodie@exemple.fr', 'Élodie Étienne', 'elodie', 'ENTREPRISE', true, 'ACTIF', 0)""");
        run("""
                insert into dossier_dossier (number, number_key, type, employer_siret, trainee, trainee_key, status,
                                             status_at, provider_nda, import_run)
                values ('DOS-2026-7', 'dos20267', 'CONTRAT_APPRENTISSAGE', '55208131766522', 'Zoé Ré', 'zoe re', 'TRANSMIS',
                        timestamp with time zone '2026-02-01 09:00:00Z', '11755555555', 0)""");
        run("""
                insert into dossier_document (id, dossier_number, kind, direction, name, dated, import_run)
                values ('D-1', 'DOS-2026-7', 'CERFA_10103', 'DEPOSE', 'a.pdf', date '2026-02-01', 0),
                       ('D-2', 'DOS-2026-7', 'RELANCE', 'EMIS', 'b.pdf', date '2026-02-07', 0)""");
        run("""
                insert into dossier_invoice (issuer_siret, number, number_key, dossier_number, amount, status, import_run)
                values ('55208131766522', 'F-1', 'f1', 'DOS-2026-7', 125040, 'PAYEE', 0)""");
        run("""
                insert into dossier_payment (bank_reference, reference_key, issuer_siret, invoice_number, amount, paid_on, import_run)
                values ('VIR-9', 'vir9', '55208131766522', 'F-1', 125040, date '2026-02-20', 0)""");
    }

    @Test
    void tellsTheHolderWhatTheCompanyHasAndWhatBlocksIt() {
        var reference = takenBy("amelie");
        open(reference);
        assertThat(text())
                .contains(
                        "Boulangerie <b>Œ</b>",
                        "Adhérent AD-1 · SIREN 552\u00A0081\u00A0317 · en activité",
                        "Contrat d’apprentissage · Zoé Ré",
                        "Transmis",
                        "Il manque la convention de formation signée.",
                        "Relance du 7 février 2026",
                        "1\u202F250,40\u00A0€",
                        "20 février 2026, facture F-1, virement VIR-9");
        assertThat(find(Button.class).withText("Actualiser").exists())
                .as("there is no live source to ask")
                .isFalse();
        assertThat(address("DOS-2026-7")).isEqualTo("console/dossiers?numero=DOS-2026-7&demande=" + reference);
        assertThat(address("Relance du 7 février 2026")).isEqualTo("console/documents?numero=D-2&demande=" + reference);
        assertThat(readings())
                .containsExactly("amelie COMPANY 552081317 " + reference, "amelie DOSSIER DOS-2026-7 " + reference);
    }

    @Test
    void showsTheCompanyOnceTheRequestIsTaken() {
        var reference = data.waiting(clock.instant());
        open(reference);
        assertThat(text())
                .contains("pour la personne qui prend la demande en charge")
                .doesNotContain("Boulangerie");
        click("Prendre en charge");
        assertThat(text()).contains("Boulangerie");
        assertThat(readings()).hasSize(2);
    }

    @Test
    void showsNothingToWhoeverDoesNotHoldIt() {
        open(takenBy("bruno"));
        assertThat(text()).doesNotContain("Boulangerie", "DOS-2026-7");
        assertThat(find(LinkedSubjects.class).exists()).isFalse();
        assertThat(find(Button.class).withText("Dossier invisible…").exists()).isFalse();
        assertThat(readings()).isEmpty();
    }

    @Test
    void readsOnceHoweverOftenTheSheetIsRefreshed() {
        open(takenBy("amelie"));
        var part = find(CompanyPart.class).single();
        clock.advance(java.time.Duration.ofMinutes(2));
        note().setValue("Deux fois");
        click("Ajouter la note seule");
        assertThat(text()).contains("Deux fois");
        assertThat(find(CompanyPart.class).single()).isSameAs(part);
        assertThat(readings()).hasSize(2);
    }

    @Test
    void foldsManyEstablishmentsAndSaysWhereAClosedOneWent() {
        place("55208131700010", "CLOSED", "'55208131766522'");
        place("55208131700028", "ACTIVE", "null");
        place("55208131700036", "ACTIVE", "null");
        open(takenBy("amelie"));
        var more = find(NativeDetails.class).all().getFirst();
        assertThat(more.getSummaryText()).isEqualTo("Un autre établissement");
        assertThat(more.isOpen()).isFalse();
        assertThat(more.getContent().getElement().getTextRecursively())
                .contains("fermé le 31 décembre 2025, remplacé par le 552\u00A0081\u00A0317\u00A066522");
    }

    @Test
    void foldsAccountsAndTheirRattachements() {
        run("""
                insert into dossier_rattachement (account_key, scope, role, since, siren, status, added_by, until_on, import_run)
                values ('elodie@exemple.fr', '552081317', 'ENTREPRISE', date '2025-01-05', '552081317', 'RETIRE', 'luc@exemple.fr', date '2026-01-09', 0)""");
        open(takenBy("amelie"));
        var accounts = find(NativeDetails.class).single();
        assertThat(accounts.isOpen()).isFalse();
        assertThat(accounts.getContent().getElement().getTextRecursively())
                .contains(
                        "Élodie Étienne · elodie@exemple.fr",
                        "Toute l’entreprise 552\u00A0081\u00A0317 · Entreprise · retiré le 9 janvier 2026"
                                + " · demandé ou ajouté le 5 janvier 2025 · par luc@exemple.fr");
    }

    @Test
    void saysFromWhichDayToWhichARattachementCounts() {
        run("""
                insert into dossier_rattachement (account_key, scope, role, since, siren, siret, status, until_on, import_run)
                values ('elodie@exemple.fr', '552081317', 'TIERS_MANDATE', date '2025-01-05', '552081317', null, 'ACTIF', date '2026-12-31', 0),
                       ('elodie@exemple.fr', '552081317', 'CFA', date '2025-01-06', '552081317', null, 'ACTIF', date '2026-01-31', 0),
                       ('elodie@exemple.fr', '55208131766522', 'CFA', date '2026-12-01', '552081317', '55208131766522', 'ACTIF', null, 0),
                       ('elodie@exemple.fr', '552081317', 'ENTREPRISE', date '2025-01-07', '552081317', null, 'DEMANDE', null, 0)""");
        open(takenBy("amelie"));
        assertThat(find(NativeDetails.class).single().getContent().getElement().getTextRecursively())
                .contains(
                        "· Tiers mandaté · actif depuis le 5 janvier 2025 · jusqu’au 31 décembre 2026",
                        "· CFA · terminé le 31 janvier 2026 · demandé ou ajouté le 6 janvier 2025",
                        "· CFA · actif à partir du 1er décembre 2026",
                        "· Entreprise · demandé le 7 janvier 2025, pas encore accepté");
    }

    @Test
    void saysThatTheCompanyIsUnknownAndWhatToAsk() {
        TABLES.forEach(table -> run("delete from dossier_" + table));
        open(takenBy("amelie"));
        assertThat(text())
                .contains(
                        "Le SIRET 552\u00A0081\u00A0317\u00A066522 n’est pas connu.",
                        "Aucun compte Mon Espace à l’adresse elodie@exemple.fr.");
        assertThat(find(DossierPart.class).exists()).isFalse();
        assertThat(readings()).isEmpty();
    }

    @Test
    void unfoldsTenDossiersAndLeadsToAll() {
        for (int number = 101; number <= 112; number++) {
            run("""
                    insert into dossier_dossier (number, number_key, type, employer_siret, trainee, trainee_key, status,
                                                 status_at, provider_nda, import_run)
                    values ('DOS-2026-%1$d', 'dos2026%1$d', 'CONTRAT_APPRENTISSAGE', '55208131766522', 'Zoé Ré', 'zoe re',
                            'TRANSMIS', timestamp with time zone '2026-02-02 09:00:00Z', '11755555555', 0)""".formatted(number));
        }
        open(takenBy("amelie"));
        var part = find(DossierPart.class).single();
        var others = find(NativeDetails.class, part).single();
        assertThat(others.getSummaryText()).isEqualTo("3 autres dossiers en cours");
        assertThat(others.isOpen()).isFalse();
        assertThat(others.getContent().getElement().getTextRecursively()).contains("DOS-2026-7");
        assertThat(part.getElement().getTextRecursively()).contains("DOS-2026-101", "DOS-2026-112");
        assertThat(find(Anchor.class, part)
                        .withText("Tous les dossiers de l’entreprise")
                        .single()
                        .getHref())
                .startsWith("console/recherche?q=552081317&");
    }

    @Test
    void saysThatListsAreCut() {
        for (int number = 101; number <= 162; number++) {
            run("""
                    insert into dossier_dossier (number, number_key, type, employer_siret, trainee, trainee_key, status,
                                                 status_at, provider_nda, import_run)
                    values ('DOS-2026-%1$d', 'dos2026%1$d', 'CONTRAT_APPRENTISSAGE', '55208131766522', 'Zoé Ré', 'zoe re',
                            'TRANSMIS', timestamp with time zone '2026-02-02 09:00:00Z', '11755555555', 0)""".formatted(number));
            place("55208131700" + number, "ACTIVE", "null");
            run("""
                    insert into dossier_account (email_key, email, person, person_key, kind, admin, status, import_run)
                    values ('p%1$d@exemple.fr', 'p%1$d@exemple.fr', 'Eva Sol', 'eva sol', 'ENTREPRISE', true, 'ACTIF', 0)""".formatted(number));
            run("""
                    insert into dossier_rattachement (account_key, scope, role, since, siren, status, import_run)
                    values ('p%1$d@exemple.fr', '552081317', 'ENTREPRISE', date '2025-01-05', '552081317', 'ACTIF', 0),
                           ('elodie@exemple.fr', '130025%1$d', 'ENTREPRISE', date '2025-01-05', '130025%1$d', 'ACTIF', 0),
                           ('elodie@exemple.fr', '130026%1$d', 'ENTREPRISE', date '2025-01-05', '130026%1$d', 'ACTIF', 0)""".formatted(number));
        }
        run("""
                insert into dossier_rattachement (account_key, scope, role, since, siren, status, import_run)
                values ('elodie@exemple.fr', '552081317', 'ENTREPRISE', date '2025-01-04', '552081317', 'ACTIF', 0)""");
        open(takenBy("amelie"));
        assertThat(find(NativeDetails.class).all())
                .extracting(NativeDetails::getSummaryText)
                .contains(
                        "60 autres établissements, dont 47 ici",
                        "Au moins 21 autres dossiers en cours",
                        "Comptes Mon Espace et rattachements (62 sur 63)");
        assertThat(find(CompanyPart.class).single().getElement().getTextRecursively())
                .contains("Seuls les 60 premiers rattachements sont montrés.");
    }

    @Test
    void answersByALetterInOneGo() {
        var reference = takenBy("amelie");
        open(reference);
        var answer = find(Button.class).withText("Voici la lettre").single();
        assertThat(answer.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("l");
        test(answer).click();
        assertThat(text()).contains("Voici la lettre", "Relance du 7 février 2026, dossier DOS-2026-7.");
        assertThat(linked()).containsExactlyInAnyOrder("DOSSIER DOS-2026-7", "DOCUMENT D-2");
        assertThat(find(Button.class).withText("Lier").exists()).isFalse();
    }

    @Test
    void linksAndUnlinks() {
        open(takenBy("amelie"));
        assertThat(text()).contains("Rien n’est encore lié");
        test(find(Button.class).withText("Lier").all().getFirst()).click();
        assertThat(linked()).containsExactly("DOSSIER DOS-2026-7");
        assertThat(find(LinkedSubjects.class).single().getElement().getTextRecursively())
                .contains("Dossier DOS-2026-7");
        test(find(Button.class).withText("Délier").all().getFirst()).click();
        assertThat(linked()).isEmpty();
    }

    @Test
    void everybodyReadsWhatARequestIsAboutButOnlyItsHolderChangesIt() {
        var reference = takenBy("bruno");
        run("""
                insert into dossier_link (request_reference, subject, subject_id, linked_by, linked_at)
                values ('%s', 'DOSSIER', 'DOS-2026-7', 'bruno', timestamp with time zone '2026-03-03 09:00:00Z')""".formatted(reference));
        open(reference);
        assertThat(address("Dossier DOS-2026-7")).isEqualTo("console/dossiers?numero=DOS-2026-7");
        assertThat(find(Button.class).withText("Délier").exists()).isFalse();
    }

    @Test
    void makesLinksOfKnownNumbersAndNeverMarkup() {
        var reference = takenBy("amelie");
        jdbc.sql("update callback_request set message = :message")
                .param("message", "<img src=x> dos 2026-7 et 552 081 317 66522, pas DOS-1")
                .update();
        open(reference);
        var message = find(VisitorMessage.class).single();
        assertThat(message.getElement().getTextRecursively())
                .isEqualTo("<img src=x> dos 2026-7 et 552 081 317 66522, pas DOS-1");
        assertThat(message.getChildren().filter(Anchor.class::isInstance).map(child -> ((Anchor) child).getHref()))
                .containsExactly(
                        "console/dossiers?numero=DOS-2026-7&demande=" + reference,
                        "console/recherche?q=552%20081%20317%2066522&demande=" + reference);
    }

    @Test
    void saysWhyADossierIsNotSeenAndWhatToDo() {
        var reference = takenBy("amelie");
        open(reference);
        note().setValue("Dit bonjour.");
        click("Dossier invisible…");
        assertThat(answers()).contains("Le compte n’est pas rattaché au ", "Depuis l’icône du profil, ajouter");
        field("SIRET ou numéro de dossier").setValue("DOS-2026-7");
        click("Chercher la raison");
        click("Mettre dans la note");
        assertThat(note().getValue())
                .startsWith("Dit bonjour.\nLe compte n’est pas rattaché")
                .contains("ajouter sous le profil «\u00A0Entreprise\u00A0» le 552\u00A0081\u00A0317\u00A066522, ou");
        assertThat(find(VisibilityDialog.class).exists()).isFalse();
        assertThat(readings()).contains("amelie DOSSIER DOS-2026-7 " + reference);
    }

    @Test
    void keepsTheNoteOfWhoeverLooksSomethingUp() {
        var reference = takenBy("amelie");
        var other = takenBy("amelie");
        open(reference);
        test(note()).setValue("Rappelle demain, dit-elle.");
        UI.getCurrent()
                .navigate(
                        "console/recherche",
                        QueryParameters.of("q", "DOS-2026-7").merging("demande", reference));
        assertThat(getCurrentView()).isInstanceOf(SearchView.class);
        open(reference);
        assertThat(note().getValue()).isEqualTo("Rappelle demain, dit-elle.");

        open(other);
        assertThat(note().getValue()).as("another request").isEmpty();
        open(reference);
        click("Ajouter la note seule");
        assertThat(text()).contains("Rappelle demain, dit-elle.");
        open(other);
        open(reference);
        assertThat(note().getValue()).as("saved").isEmpty();
    }

    @Test
    void refusesInTheDialogWhatNamesNothing() {
        open(takenBy("amelie"));
        click("Dossier invisible…");
        field("SIRET ou numéro de dossier").setValue("DOS-0000");
        click("Chercher la raison");
        assertThat(problem()).startsWith("Ce n’est ni un SIRET valide, ni le numéro d’un dossier connu.");
        assertThat(answers()).isEmpty();
        field("Adresse du compte Mon Espace").setValue(" ");
        click("Chercher la raison");
        assertThat(problem()).startsWith("Indiquez l’adresse du compte");
    }

    @Test
    void findsWhatAnAmountPaid() {
        open(takenBy("amelie"));
        click("Retrouver un règlement…");
        field("Montant en euros").setValue("1250,4");
        click("Chercher");
        assertThat(answers())
                .contains("Virement VIR-9 du 20 février 2026")
                .contains("Facture F-1, dossier DOS-2026-7", "réglés le 20 février 2026");
        click("Mettre dans la note");
        assertThat(note().getValue()).contains("Virement VIR-9", "Facture F-1");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "douze,2026-02-20,15,55208131766522,Écrivez un montant",
                "12,,15,55208131766522,Choisissez le jour",
                "12,2026-02-20,-,55208131766522,Indiquez un nombre de jours",
                "12,2026-02-20,61,55208131766522,Indiquez un nombre de jours",
                "12,2026-02-20,15,55208131766523,Ce n’est pas un SIRET valide"
            })
    void refusesAnUnclearQuestionInTheDialog(String amount, String day, Integer days, String siret, String told) {
        open(takenBy("amelie"));
        click("Retrouver un règlement…");
        field("Montant en euros").setValue(amount);
        find(Input.class).withId("payment-day").single().setValue(day == null ? "" : day);
        find(IntegerField.class).single().setValue(days);
        field("SIRET").setValue(siret);
        click("Chercher");
        assertThat(problem()).startsWith(told);
        assertThat(find(PaymentDialog.class).single().isOpened()).isTrue();
    }

    @Test
    void saysThatNothingAddsUpAndHowToWiden() {
        open(takenBy("amelie"));
        click("Retrouver un règlement…");
        field("Montant en euros").setValue("3");
        click("Chercher");
        assertThat(answers()).startsWith("Ni facture ni règlement ne correspondent.");
        assertThat(find(Button.class).withText("Mettre dans la note").exists()).isFalse();
    }

    @Test
    void speaksEnglishToEnglishReaders() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open(takenBy("amelie"));
        assertThat(text())
                .contains("Member AD-1", "Open dossiers", "Here is the letter")
                .doesNotContain("Adhérent");
    }

    private void place(String siret, String state, String successor) {
        run("""
                insert into dossier_establishment (siret, siren, head_office, state, closed_on, successor_siret, import_run)
                values ('%s', '552081317', false, '%s', %s, %s, 0)""".formatted(siret, state, state.equals("CLOSED") ? "date '2025-12-31'" : "null", successor));
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private List<String> readings() {
        return rows(
                "select reader || ' ' || subject || ' ' || subject_id || ' ' || purpose from dossier_reading order by id");
    }

    private List<String> linked() {
        return rows("select subject || ' ' || subject_id from dossier_link");
    }

    private List<String> rows(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }

    private String takenBy(String agent) {
        return data.request(clock.instant(), Map.of("status", "TAKEN", "taken_by", agent, "taken_at", clock.instant()));
    }

    private void open(String reference) {
        navigate("console/demandes/" + reference, CallSheetView.class);
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String address(String text) {
        return find(Anchor.class).withText(text).single().getHref();
    }

    private TextField field(String label) {
        return find(TextField.class).withLabel(label).single();
    }

    private TextArea note() {
        return find(TextArea.class).withLabel("Note").single();
    }

    private String problem() {
        return find(Paragraph.class).withClassName("field-problem").single().getText();
    }

    private String answers() {
        return Stream.of(find(AnswerDialog.class).single())
                .flatMap(Component::getChildren)
                .filter(child -> child.hasClassName("answers"))
                .map(child -> child.getElement().getTextRecursively())
                .findFirst()
                .orElseThrow();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
