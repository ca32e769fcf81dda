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
import fr.rappel.callback.CallOutcome;
import fr.rappel.shared.ui.Question;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** Ready answers as a supervisor keeps them. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.notifications.ui", "fr.rappel.shell"})
@WithMockUser(
        username = "claire",
        roles = {"AGENT", "SUPERVISOR"})
class ReadyAnswersViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void noneIsReady() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        data.account(Person.supervisor("claire"));
        jdbc.sql("delete from mail_ready_answer").update();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void keepsANewOneAfterShowingTheMailItMakes() {
        navigate(ReadyAnswersView.class);
        assertThat(text()).contains("Aucune réponse n’est prête.");
        click("Nouvelle réponse");
        title().setValue("Dossier complet");
        area("Texte").setValue("Bonne nouvelle, {{prenom}} : tout est là.");
        click("Aperçu");
        assertThat(find(Div.class).withClassName("mail-text").single().getText())
                .contains("Bonne nouvelle, Camille : tout est là.", "Voici notre réponse à votre demande");
        click("Fermer");
        click("Enregistrer");
        assertThat(find(ReadyAnswerDialog.class).exists()).isFalse();
        assertThat(text()).contains("Dossier complet", "Tous les objets", "aujourd’hui à 10\u00A0h, par Nom de claire");
    }

    @Test
    void makesAMacroOfIt() {
        navigate(ReadyAnswersView.class);
        click("Nouvelle réponse");
        title().setValue("Informé");
        area("Texte").setValue("Voici la marche à suivre.");
        area("Note interne de la macro").setValue("Envoyée.");
        click("Enregistrer");
        assertThat(problem()).startsWith("Une note interne accompagne une issue");
        outcome().setValue(CallOutcome.INFORMED);
        click("Enregistrer");
        assertThat(text()).contains("Joint et informé");
    }

    @Test
    void refusesInWordsAndKeepsWhatWasTyped() {
        navigate(ReadyAnswersView.class);
        click("Nouvelle réponse");
        click("Enregistrer");
        assertThat(problem()).isEqualTo("Le titre et le texte sont nécessaires.");
        title().setValue("Titre");
        area("Texte").setValue("{{inconnu}}");
        click("Enregistrer");
        assertThat(problem()).contains("«\u00A0inconnu\u00A0»");
        assertThat(area("Texte").getValue()).isEqualTo("{{inconnu}}");
        assertThat(data.count("mail_ready_answer")).isZero();
    }

    @Test
    void changesOrdersAndRemoves() {
        ready("Première");
        ready("<b>Seconde</b>");
        navigate(ReadyAnswersView.class);
        test(find(Button.class).withText("Monter").all().getLast()).click();
        assertThat(text()).containsSubsequence("<b>Seconde</b>", "Première");
        click("Première");
        assertThat(area("Texte").getValue()).isEqualTo("Bonjour");
        area("Texte").setValue("Bonsoir");
        click("Enregistrer");
        assertThat(jdbc.sql("select body from mail_ready_answer where title = 'Première'")
                        .query(String.class)
                        .single())
                .isEqualTo("Bonsoir");
        click("Supprimer…");
        assertThat(dialogText()).contains("«\u00A0Première\u00A0»");
        click("Supprimer");
        assertThat(text()).contains("<b>Seconde</b>").doesNotContain("Première");
    }

    @Test
    void saysThatSomebodyWasFaster() {
        ready("Titre");
        navigate(ReadyAnswersView.class);
        click("Titre");
        jdbc.sql("update mail_ready_answer set version = 1").update();
        click("Enregistrer");
        assertThat(problem()).contains("vient de modifier");
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void isNotForAgents() {
        UI.getCurrent().navigate("console/reponses");
        assertThat(getCurrentView()).isNotInstanceOf(ReadyAnswersView.class);
    }

    private void ready(String title) {
        jdbc.sql("""
                        insert into mail_ready_answer (version, title, body, note, questions, position, removed, changed_at)
                        select 0, cast(:title as varchar), 'Bonjour', '', '', coalesce(max(position), 0) + 1, false,
                               current_timestamp from mail_ready_answer""").param("title", title).update();
    }

    private TextField title() {
        return find(TextField.class).withLabel("Titre, vu des agents seulement").single();
    }

    private TextArea area(String label) {
        return find(TextArea.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<CallOutcome> outcome() {
        return find(ComboBox.class).withLabel("Issue enregistrée en même temps").single();
    }

    private String problem() {
        return find(Paragraph.class).withClassName("field-problem").single().getText();
    }

    private String dialogText() {
        return find(Question.class).single().getElement().getTextRecursively();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
