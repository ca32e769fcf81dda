package fr.rappel.notifications.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.notifications.MessageKind;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Templates as an administrator edits them. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.notifications.ui", "fr.rappel.shell"})
@WithMockUser(
        username = "alix",
        roles = {"AGENT", "SUPERVISOR", "ADMIN"})
class TemplatesViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void openTheClosing() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        jdbc.sql("delete from mail_template").update();
        clock.set(TestClock.OPEN_TUESDAY);
        navigate(TemplatesView.class);
        kind().setValue(MessageKind.CLOSED);
    }

    @Test
    void startsFromTheDefaultAndNamesWhatCanBeSaid() {
        assertThat(area("Texte").getValue()).contains("Votre demande {{reference}} est close.");
        assertThat(text()).contains("Modèle d’origine", "hors_perimetre", "Ce modèle n’a jamais été modifié.");
    }

    @Test
    void savesPreviewsAndGoesBack() {
        area("Texte").setValue("Close : {{reference}}");
        click("Aperçu");
        assertThat(find(Div.class).withClassName("mail-text").single().getText())
                .startsWith("Close : ABCD\u00A02345\n\nVotre dossier est complet.\n");
        click("Fermer");
        click("Enregistrer");
        assertThat(text()).contains("Modèle modifié", "Version 1, aujourd’hui");
        click("Revenir au modèle d’origine…");
        click("Revenir au modèle d’origine");
        assertThat(text()).contains("Modèle d’origine", "Version 2");
        assertThat(area("Texte").getValue()).contains("est close.");
        click("Reprendre");
        assertThat(area("Texte").getValue()).isEqualTo("Close : {{reference}}");
    }

    @Test
    void namesWhatATemplateLeavesOut() {
        assertThat(leftOut().isVisible()).isFalse();
        area("Texte").setValue("Close : {{reference}}");
        click("Enregistrer");
        assertThat(leftOut().isVisible()).isTrue();
        assertThat(leftOut().getText()).contains("«\u00A0reponse, questions\u00A0»", "à la fin du message");
        kind().setValue(MessageKind.CALL_PLANNED);
        assertThat(leftOut().isVisible()).isFalse();
        kind().setValue(MessageKind.CLOSED);
        assertThat(leftOut().isVisible()).isTrue();
        click("Revenir au modèle d’origine…");
        click("Revenir au modèle d’origine");
        assertThat(leftOut().isVisible()).isFalse();
    }

    @Test
    void refusesInWordsAndKeepsWhatWasTyped() {
        area("Texte").setValue("{{inconnu}}");
        click("Enregistrer");
        assertThat(problem()).contains("inconnu");
        assertThat(area("Texte").getValue()).isEqualTo("{{inconnu}}");
        assertThat(data.count("mail_template")).isZero();
        area("Texte").setValue("x");
        area("HTML").setValue("<img src=\"https://exemple.fr/p.gif\">");
        click("Enregistrer");
        assertThat(problem()).contains("«\u00A0img\u00A0»");
    }

    @Test
    void saysWhyNoTrialWasSent() {
        find(TextField.class).withLabel("Adresse pour l’essai").single().setValue("alix@exemple.fr");
        click("M’envoyer un essai");
        assertThat(problem()).contains("Aucun serveur de messagerie");
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    private Paragraph leftOut() {
        return ((Component) getCurrentView())
                .getChildren()
                .filter(child -> child.getElement().getClassList().contains("mail-warning"))
                .map(Paragraph.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private String problem() {
        return find(Paragraph.class).withClassName("field-problem").single().getText();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<MessageKind> kind() {
        return $view(ComboBox.class).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
