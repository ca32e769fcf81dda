package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.CopyData;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.DossierType;
import fr.rappel.dossier.Profile;
import fr.rappel.dossier.SearchFilter;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.dossier.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class SearchViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestData data;

    private CopyData copy;

    @BeforeEach
    void twoDossiers() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        copy = new CopyData(jdbc)
                .clear()
                .company("552081317", "Boulangerie <b>Lefèvre</b>", "1")
                .establishment("55208131766522", Map.of())
                .dossier("DOS-1001", "55208131766522", "Zoé Ré", Map.of())
                .dossier("DOS-1002", "55208131766522", "Jean Bon", Map.of("type", "PRO_A", "status", "SOLDE"))
                .document("DOC-1", "DOS-1001", "RELANCE", "EMIS", "2026-01-05");
    }

    @Test
    void findsWhileOneTypes() {
        type("dos100");
        assertThat(titles()).containsExactly("Dossiers");
        assertThat(state()).isEqualTo("2 résultats");
        type("lefevre");
        assertThat(titles()).containsExactly("Dossiers", "Entreprises");
        assertThat(text(hits().getLast())).contains("<b>Lefèvre</b>");
        type("zzzz");
        assertThat(hits()).isEmpty();
        assertThat(state()).isEqualTo("Rien ne correspond à ce texte.");
    }

    @Test
    void readsTheTextOfTheAddress() {
        UI.getCurrent().navigate("console/recherche", QueryParameters.of("q", "DOS-1002"));
        assertThat(hits()).hasSize(1);
    }

    @Test
    void narrowsByAFacetAndLetsItGo() {
        type("dos100");
        click("Pro-A 1");
        assertThat(hits()).hasSize(1);
        click("Pro-A 1");
        assertThat(hits()).hasSize(2);
        click("Soldé 1");
        type("dos1001");
        assertThat(hits()).as("another text starts anew").hasSize(1);
    }

    @Test
    void unfoldsTheNextOnesOfAKind() {
        for (int i = 1003; i <= 1045; i++) {
            copy.dossier("DOS-" + i, "55208131766522", "Zoé Ré", Map.of());
        }
        type("dos10");
        assertThat(titles()).containsExactly("Dossiers (20 sur 45)");
        click("Voir la suite");
        assertThat(titles()).containsExactly("Dossiers (40 sur 45)");
        assertThat(hits()).hasSize(40);
        click("Voir la suite");
        assertThat(titles()).containsExactly("Dossiers");
        assertThat(hits()).hasSize(45);
        assertThat($(Button.class).withText("Voir la suite").exists()).isFalse();
        type("dos1");
        assertThat(hits()).as("another text starts anew").hasSize(20);
    }

    @Test
    void narrowsAsTheAddressSays() {
        UI.getCurrent()
                .navigate("console/recherche", QueryParameters.of("q", "dos100").merging("statut", "SOLDE"));
        assertThat(hits())
                .singleElement()
                .extracting(Anchor::getHref)
                .asString()
                .contains("DOS-1002");
        assertThat($(Button.class).withText("Soldé 1").single().getElement().getAttribute("aria-pressed"))
                .isEqualTo("true");
        UI.getCurrent()
                .navigate(
                        "console/recherche",
                        QueryParameters.of("q", "dos100")
                                .merging("statut", "<b>")
                                .merging("annee", "douze"));
        assertThat(hits()).as("what it says wrongly is any").hasSize(2);

        var chosen = new SearchFilter(DossierType.PRO_A, DossierStatus.SOLDE, 2026, Profile.ENTREPRISE);
        String address = CopyAddress.unstated().search("a b", chosen);
        assertThat(address).isEqualTo("console/recherche?q=a%20b&type=PRO_A&statut=SOLDE&annee=2026&profil=ENTREPRISE");
        var said = QueryParameters.fromString(address.split("\\?")[1]);
        assertThat(SearchFilter.of(name -> said.getSingleParameter(name).orElse(null)))
                .isEqualTo(chosen);
    }

    @Test
    void saysThatAnAccountHasMoreRattachements() {
        copy.account("zoe@boulangerie.fr", "Zoé Lenoir", "ENTREPRISE", "ACTIF");
        for (int i = 100; i < 161; i++) {
            copy.link("zoe@boulangerie.fr", "55208131700" + i, "ENTREPRISE", "ACTIF", "2025-01-05");
        }
        UI.getCurrent()
                .navigate(
                        "console/comptes",
                        QueryParameters.of("numero", "zoe@boulangerie.fr").merging("motif", "INCOMING_CALL"));
        assertThat(text(view())).contains("Seuls les 60 premiers rattachements sont montrés.");
    }

    @Test
    void leadsToADossierWithoutReadingIt() {
        type("dos1001");
        assertThat(hits().getFirst().getHref()).isEqualTo("console/dossiers?numero=DOS-1001");
        assertThat(copy.count("reading")).isZero();
    }

    @Test
    void searchesDuringARequest() {
        UI.getCurrent()
                .navigate(
                        "console/recherche", QueryParameters.of("q", "DOS-1002").merging("demande", "ABCD2345"));
        assertThat(hits())
                .singleElement()
                .extracting(Anchor::getHref)
                .isEqualTo("console/dossiers?numero=DOS-1002&demande=ABCD2345");
        assertThat($view(Anchor.class)
                        .withText("Demande ABCD\u00A02345")
                        .single()
                        .getHref())
                .isEqualTo("console/demandes/ABCD2345");
    }

    @Test
    void leadsFromACompanyToItsDossiers() {
        type("lefevre");
        assertThat(text(hits().getLast())).contains("552\u00A0081\u00A0317");
        assertThat(hits().getLast().getHref()).isEqualTo("console/recherche?q=552081317");
        UI.getCurrent().navigate("console/recherche", QueryParameters.of("q", "552081317"));
        assertThat($view(TextField.class).single().getValue()).isEqualTo("552081317");
        assertThat(titles()).contains("Dossiers", "Établissements");
    }

    @Test
    void leadsFromAnAccountToItsRattachements() {
        copy.account("zoe@boulangerie.fr", "Zoé Lenoir", "ENTREPRISE", "ACTIF")
                .link("zoe@boulangerie.fr", "552081317", "ENTREPRISE", "RETIRE", "2025-01-05");
        jdbc.sql("update dossier_rattachement set added_by = 'luc@boulangerie.fr', until_on = date '2026-01-09'")
                .update();
        UI.getCurrent()
                .navigate(
                        "console/recherche", QueryParameters.of("q", "zoe@boul").merging("motif", "INCOMING_CALL"));
        assertThat(hits())
                .singleElement()
                .extracting(Anchor::getHref)
                .isEqualTo("console/comptes?numero=zoe%40boulangerie.fr&motif=INCOMING_CALL");

        UI.getCurrent().navigate("console/comptes", QueryParameters.of("numero", "zoe@boulangerie.fr"));
        assertThat(text(view())).contains("Pourquoi ouvrez-vous ce compte").doesNotContain("Lenoir");
        assertThat(copy.count("reading")).isZero();
        UI.getCurrent()
                .navigate(
                        "console/comptes",
                        QueryParameters.of("numero", "Zoe@Boulangerie.fr").merging("motif", "INCOMING_CALL"));
        assertThat(text(view()))
                .contains(
                        "Compte de Zoé Lenoir",
                        "Boulangerie <b>Lefèvre</b>",
                        "Toute l’entreprise 552\u00A0081\u00A0317",
                        "Retiré",
                        "5 janvier 2025",
                        "luc@boulangerie.fr",
                        "9 janvier 2026");
        assertThat(copy.count("reading where subject = 'COMPANY' and subject_id = '552081317'"))
                .isEqualTo(1);
        assertThat(copy.count("reading where subject = 'ACCOUNT' and subject_id = 'zoe@boulangerie.fr'"))
                .isEqualTo(1);
        UI.getCurrent()
                .navigate(
                        "console/comptes",
                        QueryParameters.of("numero", "x@y.fr").merging("motif", "MAIL"));
        assertThat(text(view())).contains("Page introuvable");
    }

    @Test
    void answersWhoeverCallsWithoutARequestOnceTheReasonIsSaid() {
        copy.account("zoe@boulangerie.fr", "Zoé Lenoir", "ENTREPRISE", "ACTIF");
        type("dos1001");
        click("Dossier invisible…");
        assertThat($(VisibilityDialog.class).exists()).isFalse();
        assertThat(text(view())).contains("La consultation est enregistrée");
        assertThat(copy.count("reading")).isZero();

        click("Appel entrant");
        assertThat(text(view())).contains("Motif\u00A0: Appel entrant");
        assertThat(hits().getFirst().getHref()).isEqualTo("console/dossiers?numero=DOS-1001&motif=INCOMING_CALL");
        field("Adresse du compte Mon Espace").setValue("zoe@boulangerie.fr");
        field("SIRET ou numéro de dossier").setValue("DOS-1001");
        click("Chercher la raison");
        assertThat(text($(VisibilityDialog.class).single())).contains("Le compte n’est pas rattaché au ");
        assertThat($(Button.class).withText("Mettre dans la note").exists())
                .as("there is no note")
                .isFalse();
        assertThat(copy.count("reading where subject_id = 'DOS-1001' and purpose = 'INCOMING_CALL'"))
                .isEqualTo(1);
        $(VisibilityDialog.class).single().close();

        click("Retrouver un règlement…");
        field("Montant en euros").setValue("3");
        field("SIRET").setValue("552 081 317 66522");
        click("Chercher");
        assertThat(text($(PaymentDialog.class).single())).contains("Ni facture ni règlement ne correspondent.");
        assertThat(copy.count("reading where subject = 'COMPANY' and purpose = 'INCOMING_CALL'"))
                .isEqualTo(1);
    }

    @Test
    void asksForAReasonWhenTheRequestIsInOtherHands() {
        data.clear();
        data.held("ABCD2345", "amelie");
        UI.getCurrent()
                .navigate(
                        "console/recherche", QueryParameters.of("q", "DOS-1002").merging("demande", "ABCD2345"));
        data.giveAllBack();
        for (String question : List.of("Retrouver un règlement…", "Dossier invisible…")) {
            click(question);
            assertThat($(AnswerDialog.class).exists()).isFalse();
            assertThat(text(view()))
                    .containsOnlyOnce("Vous n’avez pas, ou plus, la demande ABCD\u00A02345 en charge")
                    .contains("choisissez un motif");
        }
        assertThat(copy.count("reading")).isZero();

        click("Courrier ou e-mail");
        assertThat(text(view())).contains("Motif\u00A0: Courrier ou e-mail").doesNotContain("en charge");
        assertThat($view(Anchor.class).withText("Demande ABCD\u00A02345").exists())
                .as("the way back to it")
                .isFalse();
        assertThat(hits().getFirst().getHref()).isEqualTo("console/dossiers?numero=DOS-1002&motif=MAIL");
        assertThat($(VisibilityDialog.class).exists())
                .as("what was asked goes on")
                .isTrue();
    }

    @Test
    void asksNothingOfWhoeverHoldsTheRequest() {
        data.clear();
        data.held("ABCD2345", "amelie");
        UI.getCurrent().navigate("console/recherche", QueryParameters.of("demande", "ABCD2345"));
        click("Dossier invisible…");
        assertThat($(VisibilityDialog.class).exists()).isTrue();
        assertThat(text(view())).doesNotContain("en charge");
    }

    private TextField field(String label) {
        return $(TextField.class).withLabel(label).single();
    }

    private Component view() {
        return (Component) getCurrentView();
    }

    private void type(String text) {
        if (!(UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .anyMatch(SearchView.class::isInstance))) {
            navigate(SearchView.class);
        }
        test($view(TextField.class).single()).setValue(text);
    }

    private void click(String label) {
        test($(Button.class).withText(label).single()).click();
    }

    private List<String> titles() {
        return $view(H2.class).all().stream().map(H2::getText).toList();
    }

    private List<Anchor> hits() {
        return $view(HitList.class)
                .single()
                .getChildren()
                .flatMap(Component::getChildren)
                .flatMap(Component::getChildren)
                .filter(Anchor.class::isInstance)
                .map(Anchor.class::cast)
                .toList();
    }

    private String state() {
        return $view(Paragraph.class).all().getFirst().getText();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
