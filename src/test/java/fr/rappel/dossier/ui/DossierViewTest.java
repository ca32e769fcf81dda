package fr.rappel.dossier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.NumberKey;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.testing.CopyRows;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.SampleImages;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** A dossier and its documents, as an agent reads them, and what happens before anything is read. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.dossier.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class DossierViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Value("${rappel.data}")
    private Path folder;

    private CopyRows rows;

    @BeforeEach
    void oneDossier() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.agent("amelie"));
        data.held("ABCD2345", "amelie");
        rows = new CopyRows(jdbc, folder).clear();
        rows.dossier(
                "ACCORDE",
                Map.of(
                        "amount_granted",
                        125_040L,
                        "starts_on",
                        LocalDate.of(2026, 1, 5),
                        "provider_siret",
                        CopyRows.EMPLOYER));
        rows.insert(
                "status_change",
                Map.of("dossier_number", CopyRows.DOSSIER, "at", TestClock.OPEN_TUESDAY, "status", "ACCORDE"));
        rows.insert(
                "invoice",
                Map.of(
                        "issuer_siret",
                        CopyRows.EMPLOYER,
                        "number",
                        "F-1",
                        "number_key",
                        "f1",
                        "dossier_number",
                        CopyRows.DOSSIER,
                        "amount",
                        100_000L,
                        "status",
                        "REJETEE",
                        "reject_reason",
                        "montant erroné"));
        rows.insert(
                "payment",
                Map.of(
                        "bank_reference",
                        "VIR 77",
                        "reference_key",
                        "vir77",
                        "issuer_siret",
                        CopyRows.EMPLOYER,
                        "invoice_number",
                        "F-1",
                        "amount",
                        5_000L,
                        "paid_on",
                        LocalDate.of(2026, 2, 15)));
        rows.document("G-1", "accord <b>final</b>.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void asksWhyBeforeReadingAnything() {
        open("console/dossiers?numero=" + CopyRows.DOSSIER);
        assertThat(text()).contains("Pourquoi ouvrez-vous ce dossier").doesNotContain("Noé Ça", "Café");
        assertThat(rows.readings()).isEmpty();

        var mail = $view(Anchor.class).withText("Courrier ou e-mail").single();
        assertThat(mail.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("c");
        test(mail).click();
        assertThat(text()).contains("Noé Ça");
        assertThat(rows.readings()).containsExactly("amelie DOSSIER D-2026-1 MAIL");
    }

    @Test
    void tellsEverythingForARequest() {
        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&demande=ABCD2345");
        assertThat(text())
                .contains(
                        "Dossier D-2026-1",
                        "Accordé",
                        "Contrat d’apprentissage",
                        "Café de l’Œuvre, 099\u00A0900\u00A0003\u00A000015",
                        "5 janvier 2026",
                        "1\u202F250,40\u00A0€",
                        "Facture F-1 rejetée (montant erroné)",
                        "accord <b>final</b>.pdf",
                        "Rejetée (montant erroné)",
                        "VIR 77",
                        "15 février 2026");
        assertThat(rows.readings()).containsExactly("amelie DOSSIER D-2026-1 ABCD2345");
        assertThat($view(Anchor.class)
                        .withText("Accord de prise en charge")
                        .single()
                        .getHref())
                .isEqualTo("console/documents?numero=G-1&demande=ABCD2345");
        assertThat($view(Anchor.class)
                        .withText("Demande ABCD\u00A02345")
                        .single()
                        .getHref())
                .isEqualTo("console/demandes/ABCD2345");
    }

    @ParameterizedTest
    @CsvSource({"SOLDE, true", "ANNULE, false", "REFUSE, false"})
    void saysThatNothingIsExpectedOfWhatIsPaidInFullOnly(String status, boolean settled) {
        jdbc.sql("update dossier_dossier set status = '" + status + "'").update();
        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&motif=MAIL");
        assertThat(text()).contains("Ce dossier est clos");
        assertThat(text().contains("plus rien n’est attendu")).isEqualTo(settled);
    }

    @Test
    void linksTheDossierToTheRequestAndTakesItAway() {
        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&demande=ABCD2345");
        test($view(Button.class).withText("Lier à la demande").single()).click();
        assertThat(links()).isEqualTo(1);
        test($view(Button.class).withText("Retirer de la demande").single()).click();
        assertThat(links()).isZero();
    }

    @Test
    void asksWhyWhenTheRequestIsInOtherHands() {
        data.giveAllBack();
        rows.insert(
                "account",
                Map.of(
                        "email_key", "zoe@exemple.fr",
                        "email", "zoe@exemple.fr",
                        "person", "Zoé Lenoir",
                        "person_key", "zoe lenoir",
                        "kind", "ENTREPRISE",
                        "admin", false,
                        "status", "ACTIF"));
        for (String page : new String[] {
            "dossiers?numero=" + CopyRows.DOSSIER, "documents?numero=G-1", "comptes?numero=zoe%40exemple.fr"
        }) {
            open("console/" + page + "&demande=ABCD2345");
            assertThat(text())
                    .contains(
                            "Pourquoi ouvrez-vous ce",
                            "Vous n’avez pas, ou plus, la demande ABCD\u00A02345 en charge",
                            "choisissez un motif")
                    .doesNotContain("Noé Ça", "accord", "Lenoir");
            open("console/" + page);
            assertThat(text()).contains("Pourquoi ouvrez-vous ce").doesNotContain("en charge");
        }
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void linksNothingOnceTheRequestIsInOtherHands() {
        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&demande=ABCD2345");
        data.giveAllBack();
        test($view(Button.class).withText("Lier à la demande").single()).click();
        assertThat(links()).isZero();
        assertThat($view(Button.class).withText("Lier à la demande").exists()).isTrue();
    }

    @Test
    void asksWhyWhenTheRequestIsInvented() {
        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&demande=ZZZZ2345");
        assertThat(text()).contains("Pourquoi ouvrez-vous ce dossier").doesNotContain("Noé Ça");
        open("console/documents?numero=G-1&demande=ZZZZ2345");
        assertThat(text()).contains("Pourquoi ouvrez-vous ce document").doesNotContain("accord");
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void opensNumbersOfAnySign() {
        String number = "D%2026;1/é ?&#+\"<b>";
        jdbc.sql("""
                insert into dossier_dossier (number, number_key, type, employer_siret, trainee, trainee_key, status, status_at, import_run)
                select :number, 'd20261e b', type, employer_siret, 'Jean Bon', 'jean bon', status, status_at, 0
                  from dossier_dossier""").param("number", number).update();
        jdbc.sql("update dossier_dossier set number_key = :key where number = :number")
                .param("key", NumberKey.of(number))
                .param("number", number)
                .update();
        String address = new CopyAddress(Purpose.of(ReadingReason.MAIL)).dossier(number);
        assertThat(address).matches("console/dossiers\\?numero=[A-Za-z0-9%]+&motif=MAIL");
        open(address);
        assertThat(text()).contains(number, "Jean Bon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"D-2026-2", "", "%27or%201=1", "a/b", "x%2F..%2Fy"})
    void doesNotSayWhatDoesNotExist(String number) {
        open("console/dossiers?numero=" + number + "&motif=MAIL");
        assertThat(text()).contains("Page introuvable");
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    @WithMockUser(username = "intrus", roles = "VISITOR")
    void staysClosedToOthers() {
        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&motif=MAIL");
        assertThat(text()).doesNotContain("Noé Ça");
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void showsAPdfInThePage() {
        open("console/documents?numero=G-1&motif=COMPLAINT");
        IFrame frame = $view(IFrame.class).single();
        assertThat(frame.getSrc()).isEqualTo("console/fichiers?numero=G-1&motif=COMPLAINT");
        assertThat(frame.getElement().getAttribute("title")).isEqualTo("Accord de prise en charge, 2 mars 2026");
        assertThat(text()).contains("accord <b>final</b>.pdf");
        assertThat(rows.readings()).containsExactly("amelie DOCUMENT G-1 COMPLAINT");
    }

    @Test
    void aLetterAnswersTheRequestInOneKey() {
        open("console/documents?numero=G-1&demande=ABCD2345");
        Button letter = $view(Button.class).withText("Voici la lettre").single();
        assertThat(letter.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("l");
        test(letter).click();
        assertThat(links()).isEqualTo(2);
        assertThat(letter.getText()).isEqualTo("Noté sur la demande");
        assertThat(letter.isEnabled()).isFalse();
        assertThat($view(Button.class).withText("Retirer de la demande").exists())
                .isTrue();
        assertThat(data.count("callback_fact where kind = 'NOTED' and note like 'Voici la lettre%'"))
                .isEqualTo(1);

        data.giveAllBack();
        open("console/documents?numero=G-1&motif=MAIL");
        assertThat($view(Button.class).withText("Voici la lettre").exists()).isFalse();
    }

    @Test
    void whatWasHandedInIsOnlyLinked() {
        rows.document("C-1", "cerfa.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        jdbc.sql("update dossier_document set kind = 'CERFA_10103', direction = 'DEPOSE' where id = 'C-1'")
                .update();
        open("console/documents?numero=C-1&demande=ABCD2345");
        assertThat($view(Button.class).withText("Voici la lettre").exists()).isFalse();
        Button link = $view(Button.class).withText("Lier à la demande").single();
        assertThat(link.getElement().getAttribute("aria-keyshortcuts")).isEqualTo("l");
    }

    @Test
    void showsAnImageAndNothingElse() {
        rows.document("P-1", "scan.pdf", SampleImages.png(60, 40))
                .document("P-2", "affiche.png", SampleImages.png(50_000, 50_000))
                .document("H-1", "lettre.pdf", "<html><script>".getBytes(StandardCharsets.US_ASCII))
                .document("E-1", "vide.pdf");
        open("console/documents?numero=P-1&motif=MAIL");
        assertThat($view(Image.class).single().getSrc()).isEqualTo("console/fichiers?numero=P-1&motif=MAIL");

        open("console/documents?numero=H-1&motif=MAIL");
        assertThat($view(IFrame.class).exists() || $view(Image.class).exists()).isFalse();
        assertThat(text()).contains("par sécurité, il ne s’affiche pas ici");
        assertThat($view(Anchor.class).withText("Télécharger").single().getHref())
                .isEqualTo("console/fichiers?numero=H-1&motif=MAIL&telecharger=oui");

        open("console/documents?numero=P-2&motif=MAIL");
        assertThat($view(Image.class).exists()).isFalse();
        assertThat($view(Anchor.class).withText("Télécharger").exists()).isTrue();

        open("console/documents?numero=E-1&motif=MAIL");
        assertThat(text()).contains("Ce fichier est vide.");
    }

    @Test
    void asksWhyBeforeShowingADocument() {
        open("console/documents?numero=G-1");
        assertThat(text()).contains("Pourquoi ouvrez-vous ce document").doesNotContain("accord");
        assertThat(rows.readings()).isEmpty();
        open("console/documents?numero=G-9&motif=MAIL");
        assertThat(text()).contains("Page introuvable");
    }

    @Test
    void tellsAnAgentOnlyThatBankDetailsAreThere() {
        bankDetails();
        open("console/documents?numero=R-1&motif=MAIL");
        assertThat(text())
                .contains("RIB, 2 mars 2026", "réservé aux superviseurs")
                .doesNotContain("FR7612345");
        assertThat($view(IFrame.class).exists()).isFalse();
        assertThat($view(Anchor.class).withText("Télécharger").exists()).isFalse();

        open("console/dossiers?numero=" + CopyRows.DOSSIER + "&motif=MAIL");
        assertThat(text()).contains("RIB", "réservé aux superviseurs").doesNotContain("FR7612345");
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void showsBankDetailsToASupervisorWhoSaysWhy() {
        bankDetails();
        open("console/documents?numero=R-1");
        assertThat(text()).contains("Pourquoi ouvrez-vous ce document").doesNotContain("FR7612345");
        open("console/documents?numero=R-1&motif=MAIL");
        assertThat(text()).contains("FR7612345");
        assertThat($view(IFrame.class).single().getSrc()).contains("numero=R-1");
    }

    private void bankDetails() {
        rows.document("R-1", "rib-FR7612345.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        jdbc.sql("update dossier_document set kind = 'RIB', direction = 'DEPOSE' where id = 'R-1'")
                .update();
    }

    private int links() {
        return jdbc.sql("select count(*) from dossier_link where request_reference = 'ABCD2345'")
                .query(Integer.class)
                .single();
    }

    private static void open(String address) {
        UI.getCurrent().navigate(address.split("\\?")[0], parameters(address));
    }

    private static QueryParameters parameters(String address) {
        return address.contains("?") ? QueryParameters.fromString(address.split("\\?")[1]) : QueryParameters.empty();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
