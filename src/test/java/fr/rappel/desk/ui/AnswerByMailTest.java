package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.notifications.MessageChanged;
import fr.rappel.notifications.ReadyAnswer;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.transaction.support.TransactionTemplate;

/** Answering by mail from the call sheet: written, from a ready answer, by a macro. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class AnswerByMailTest extends SpringBrowserlessTest {

    private static final String WRITE = "Répondre par e-mail…";

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    void twoReadyAnswers() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.agent("amelie"));
        data.account(Person.agent("bruno"));
        jdbc.sql("delete from mail_ready_answer").update();
        ready("Compte", "CREATION_COMPTE", null, "");
        ready("Dossier complet", null, null, "");
        ready("Marche à suivre", "DEPOT_DEMANDE", "INFORMED", "Envoyée.");
        ready("Pas pour nous", null, "OUT_OF_SCOPE", "");
    }

    @Test
    void showsByItselfWhatBecomesOfTheMail() {
        var reference = takenBy("amelie", Map.of());
        failing(reference);
        open(reference);
        assertThat(text()).contains("Retourné", "Adresse en échec");
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update mail_message set state = 'SENT'").update();
            events.publishEvent(new MessageChanged(reference));
        });
        await().pollInSameThread().untilAsserted(() -> {
            // Looking for a component runs what was pushed meanwhile.
            assertThat(find(MessagesPart.class).single().getElement().getTextRecursively())
                    .contains("Envoyé");
            assertThat(text()).doesNotContain("Retourné", "Adresse en échec");
        });
    }

    @Test
    void sendsWhatWasWritten() {
        var reference = takenBy("amelie", Map.of());
        open(reference);
        assertThat(key(WRITE)).isEqualTo("e");
        click(WRITE);
        mailText().setValue("Votre dossier est complet.");
        click("Envoyer");
        assertThat(find(MailDialog.class).exists()).isFalse();
        assertThat(text())
                .contains(
                        "Réponse par e-mail de Nom de amelie", "Réponse au visiteur\u00A0: Votre dossier est complet.");
        assertThat(mails()).containsExactly("ANSWER WAITING");
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
        click("Retirer la réponse");
        assertThat(mails()).containsExactly("ANSWER ABANDONED");
        assertThat(find(Button.class).withText("Retirer la réponse").exists()).isFalse();
    }

    @Test
    void putsAReadyAnswerWithTheRequestsValuesToBeChanged() {
        open(takenBy("amelie", Map.of("first_name", "<b>Zoé</b> {{nom}}")));
        click(WRITE);
        assertThat(readyAnswers().getListDataView().getItems())
                .extracting(answer -> answer.content().title())
                .containsExactly("Dossier complet", "Marche à suivre", "Pas pour nous");
        choose(0);
        assertThat(mailText().getValue()).isEqualTo("Bonjour <b>Zoé</b> {{nom}}, Dossier complet");
        choose(1);
        assertThat(mailText().getValue())
                .as("nobody changed the first one")
                .isEqualTo("Bonjour <b>Zoé</b> {{nom}}, Marche à suivre");
        mailText().setValue("À moi.");
        choose(0);
        assertThat(mailText().getValue()).startsWith("À moi.\n\nBonjour");
        click("Envoyer");
        assertThat(text()).contains("À moi.\n\nBonjour <b>Zoé</b> {{nom}}, Dossier complet");
    }

    @Test
    void refusesAnEmptyMailAndKeepsWhatCannotBeSent() {
        var reference = takenBy("amelie", Map.of());
        open(reference);
        click(WRITE);
        click("Envoyer");
        assertThat(problem()).isEqualTo("Écrivez la réponse au visiteur.");
        mailText().setValue("À ne pas perdre.");
        data.giveAllBack();
        click("Envoyer");
        assertThat(problem()).isEqualTo("Prenez d’abord cette demande en charge.");
        assertThat(mailText().getValue()).isEqualTo("À ne pas perdre.");
        assertThat(mails()).isEmpty();
    }

    @Test
    void warnsThatTheAddressFails() {
        var reference = takenBy("amelie", Map.of());
        failing(reference);
        open(reference);
        assertThat(find(DescriptionList.Description.class).all())
                .extracting(fact -> fact.getElement().getTextRecursively())
                .contains(
                        "elodie@exemple.frAdresse en échec\u00A0: préférez le téléphone, 06\u00A012\u00A034\u00A056\u00A078");
        click(WRITE);
        assertThat(find(MailDialog.class).single().getElement().getTextRecursively())
                .contains("Adresse en échec\u00A0: préférez le téléphone, 06\u00A012\u00A034\u00A056\u00A078");
    }

    @Test
    void oneKeyRecordsNoteOutcomeAndMail() {
        var reference = takenBy("amelie", Map.of());
        open(reference);
        click("Commencer l’appel");
        assertThat(key("Marche à suivre · Joint et informé")).isEqualTo("a");
        note().setValue("Rappeler la compta.");
        click("Marche à suivre · Joint et informé");
        assertThat(data.column(reference, "outcome")).isEqualTo("INFORMED");
        assertThat(text())
                .contains(
                        "Envoyée.\nRappeler la compta.", "Réponse au visiteur\u00A0: Bonjour Élodie, Marche à suivre");
        assertThat(mails()).containsExactly("CLOSED WAITING");
        assertThat(note().getValue()).isEmpty();
        click("Annuler l’issue");
        assertThat(mails()).containsExactly("CLOSED ABANDONED");
        assertThat(text()).contains("Appel n° 1 en cours");
    }

    @Test
    void offersWithoutACallWhatNeedsNone() {
        var reference = takenBy("amelie", Map.of());
        open(reference);
        assertThat(find(Button.class)
                        .withText("Marche à suivre · Joint et informé")
                        .exists())
                .isFalse();
        answer().setValue("Essayez la mairie.");
        click("Pas pour nous · Hors périmètre");
        assertThat(data.column(reference, "outcome")).isEqualTo("OUT_OF_SCOPE");
        assertThat(text()).contains("Bonjour Élodie, Pas pour nous\n\nEssayez la mairie.");
        assertThat(answer().getValue()).isEmpty();
    }

    @Test
    void offersNothingToWhoeverDoesNotHoldIt() {
        open(takenBy("bruno", Map.of()));
        assertThat(find(Button.class).withText(WRITE).exists()).isFalse();
        open(data.waiting(clock.instant()));
        assertThat(find(Button.class).withText(WRITE).exists()).isFalse();
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void letsASupervisorAnswerForAnotherButNotAClosedOne() {
        open(takenBy("bruno", Map.of()));
        click(WRITE);
        mailText().setValue("Je m’en occupe.");
        click("Envoyer");
        assertThat(notice()).startsWith("Réponse enregistrée");
        assertThat(mails()).containsExactly("ANSWER WAITING");
        open(data.request(
                clock.instant(), Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", clock.instant())));
        assertThat(find(Button.class).withText(WRITE).exists()).isFalse();
    }

    private void ready(String title, @Nullable String topic, @Nullable String outcome, String note) {
        jdbc.sql("""
                        insert into mail_ready_answer
                            (version, title, topic, body, outcome, note, questions, position, removed, changed_at)
                        select 0, cast(:title as varchar), cast(:topic as varchar), cast(:body as varchar),
                               cast(:outcome as varchar), cast(:note as varchar), '', coalesce(max(position), 0) + 1,
                               false, current_timestamp from mail_ready_answer""")
                .param("title", title)
                .param("topic", topic)
                .param("body", "Bonjour {{prenom}}, " + title)
                .param("outcome", outcome)
                .param("note", note)
                .update();
    }

    private void failing(String reference) {
        jdbc.sql("""
                        insert into mail_message (reference, kind, recipient, recipient_key, message_id, happened_at,
                            calendar_sequence, state, attempts, created_at, queued_at, send_after, sent_at)
                        values (:reference, 'ACKNOWLEDGEMENT', 'elodie@exemple.fr', 'elodie@exemple.fr', '<x@exemple.fr>',
                            current_timestamp, 0, 'RETURNED', 1, current_timestamp, current_timestamp,
                            current_timestamp, current_timestamp)""").param("reference", reference).update();
    }

    private List<String> mails() {
        return jdbc.sql("select kind || ' ' || state from mail_message order by id")
                .query(String.class)
                .list();
    }

    private String takenBy(String agent, Map<String, ?> columns) {
        Map<String, Object> all = new HashMap<>(columns);
        all.putAll(Map.of("status", "TAKEN", "taken_by", agent, "taken_at", clock.instant()));
        return data.request(clock.instant(), all);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<ReadyAnswer> readyAnswers() {
        return find(ComboBox.class).withLabel("Réponse prête").single();
    }

    private void choose(int index) {
        readyAnswers().setValue(readyAnswers().getListDataView().getItem(index));
    }

    private TextArea mailText() {
        return find(TextArea.class).withLabel("Texte de l’e-mail").single();
    }

    private TextArea answer() {
        return find(TextArea.class).withLabel("Réponse au visiteur").single();
    }

    private TextArea note() {
        return find(TextArea.class).withLabel("Note").single();
    }

    private String problem() {
        return find(Paragraph.class).withClassName("field-problem").single().getText();
    }

    private String notice() {
        return test(find(Notification.class).all().getLast()).getText();
    }

    private String key(String button) {
        return find(Button.class).withText(button).single().getElement().getAttribute("aria-keyshortcuts");
    }

    private void open(String reference) {
        navigate("console/demandes/" + reference, CallSheetView.class);
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
