package fr.rappel.dossier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.dossier.CopyData;
import fr.rappel.testing.DatabaseTest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

@DatabaseTest
@ViewPackages(packages = {"fr.rappel.dossier.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class SearchViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

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
    void asksWhyBeforeADossierIsRead() {
        type("dos1001");
        test(hits().getFirst()).click();
        assertThat(copy.count("reading")).isZero();
        click("Réclamation");
        assertThat(copy.count("reading where subject_id = 'DOS-1001' and purpose = 'COMPLAINT' and reader = 'amelie'"))
                .isEqualTo(1);
        assertThat($(Paragraph.class).all().stream().map(Paragraph::getText))
                .anyMatch(shown -> shown.startsWith("Contrat d’apprentissage · Transmis · Zoé Ré"));
    }

    @Test
    void leadsFromACompanyToItsDossiers() {
        type("lefevre");
        test(hits().getLast()).click();
        assertThat($view(TextField.class).single().getValue()).isEqualTo("552081317");
        assertThat(titles()).contains("Dossiers", "Établissements");
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

    private List<Button> hits() {
        return $view(Button.class).all().stream()
                .filter(button -> !button.hasClassName("chip"))
                .toList();
    }

    private String state() {
        return $view(Paragraph.class).all().getFirst().getText();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
