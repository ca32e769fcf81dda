package fr.rappel.notifications.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.notifications.MessageState;
import fr.rappel.notifications.Outbox;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** The outbox as an administrator works with it. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.notifications.ui", "fr.rappel.shell"})
@WithMockUser(
        username = "alix",
        roles = {"AGENT", "SUPERVISOR", "ADMIN"})
class OutboxViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestData data;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void emptyOutbox() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void saysThatNothingWasWrittenAndThatThereIsNoServer() {
        navigate(OutboxView.class);
        assertThat(text()).contains("Aucun message n’a encore été écrit.", "Aucun serveur de messagerie");
    }

    @Test
    void showsEachMessageWithItsState() {
        add("WAITING", "zoe@exemple.fr");
        var reference = add("FAILED", "bruno@exemple.fr");
        navigate(OutboxView.class);
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst())
                .contains(
                        "Demande close", "Échec", "bruno@exemple.fr", reference.substring(4), "refuse définitivement");
        assertThat(lines().getLast()).contains("À envoyer", "zoe@exemple.fr");
    }

    @Test
    void showsAReportWithoutARequest() {
        jdbc.sql("""
                        insert into mail_message (kind, recipient, recipient_key, message_id, happened_at,
                            calendar_sequence, state, attempts, created_at, queued_at, send_after, subject, body_text,
                            body_html)
                        values ('REPORT', 'direction@exemple.fr', 'direction@exemple.fr', '<r@exemple.fr>', :now, 0,
                            'WAITING', 0, :now, :now, :now, 'Rapport', 'Demandes reçues', '<p>Demandes reçues</p>')""").param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        navigate(OutboxView.class);
        assertThat(lines()).singleElement().asString().startsWith("Rapport").contains("direction@exemple.fr");
        assertThat($view(Anchor.class).all()).isEmpty();
        click("Rapport");
        assertThat(find(Div.class).withClassName("mail-text").single().getText())
                .isEqualTo("Demandes reçues");
    }

    @Test
    void announcesNoTryWithoutAServer() {
        add("WAITING", "zoe@exemple.fr");
        navigate(OutboxView.class);
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("attend un serveur de messagerie")
                .doesNotContain("prochain essai");
    }

    @Test
    void showsByItselfWhatBecomesOfAMessage() {
        var reference = add("WAITING", "zoe@exemple.fr");
        navigate(OutboxView.class);
        long id = jdbc.sql("select id from mail_message where reference = :reference")
                .param("reference", reference)
                .query(Long.class)
                .single();
        outbox.cancel(id);
        assertThat(lines()).singleElement().asString().contains("À envoyer");
        await().pollInSameThread().untilAsserted(() -> {
            roundTrip();
            assertThat(lines()).singleElement().asString().contains("Abandonné");
        });
    }

    @Test
    void keepsToOneStateOrOneAddress() {
        add("WAITING", "zoe@exemple.fr");
        add("FAILED", "bruno@exemple.fr");
        navigate(OutboxView.class);
        state().setValue(MessageState.FAILED);
        assertThat(lines()).singleElement().asString().contains("bruno@exemple.fr");
        $view(TextField.class).single().setValue("zoe@exemple.fr");
        assertThat(text()).contains("Aucun message ne répond à ces critères.");
        state().clear();
        assertThat(lines()).singleElement().asString().contains("zoe@exemple.fr");
    }

    @Test
    void readsAMessageInAFrameThatRunsNothing() {
        add("WAITING", "zoe@exemple.fr");
        navigate(OutboxView.class);
        click("Demande close");
        assertThat(find(Div.class).withClassName("mail-text").single().getText())
                .contains("Bonjour <b>Élodie</b> Étienne,");
        IFrame frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEmpty();
        assertThat(frame.getElement().getAttribute("srcdoc")).contains("&lt;b&gt;Élodie");
    }

    @Test
    void cancelsAfterOneQuestion() {
        var reference = add("WAITING", "zoe@exemple.fr");
        navigate(OutboxView.class);
        click("Annuler…");
        click("Ne rien changer");
        assertThat(stateOf(reference)).isEqualTo("WAITING");
        click("Annuler…");
        click("Annuler l’envoi");
        assertThat(stateOf(reference)).isEqualTo("ABANDONED");
        assertThat(lines()).singleElement().asString().contains("Abandonné", "Annulé par un administrateur.");
    }

    @Test
    void sendsAgain() {
        var reference = add("FAILED", "zoe@exemple.fr");
        navigate(OutboxView.class);
        click("Renvoyer");
        assertThat(stateOf(reference)).isEqualTo("WAITING");
    }

    @Test
    void goesOnToOlderOnesAndBack() {
        for (int i = 0; i < 120; i++) {
            add("WAITING", "v" + i + "@exemple.fr");
        }
        navigate(OutboxView.class);
        assertThat(lines()).hasSize(50);
        click("Plus anciens");
        click("Plus anciens");
        assertThat(lines()).hasSize(20);
        assertThat(lines().getLast()).contains("v0@exemple.fr");
        click("Plus récents");
        click("Plus récents");
        assertThat(lines().getFirst()).contains("v119@exemple.fr");
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void staysClosedToSupervisors() {
        add("WAITING", "zoe@exemple.fr");
        UI.getCurrent().navigate("console/envois");
        assertThat(text()).contains("Accès réservé").doesNotContain("zoe@exemple.fr");
    }

    private String add(String state, String recipient) {
        String reference = data.request(clock.instant(), Map.of("first_name", "<b>Élodie</b>"));
        jdbc.sql("""
                        insert into mail_message (reference, kind, recipient, recipient_key, message_id, happened_at,
                            calendar_sequence, state, fault, attempts, created_at, queued_at, send_after)
                        values (:reference, 'CLOSED', :recipient, :recipient, :reference, :now, 0, :state, :fault, 0,
                            :now, :now, :now)""")
                .param("reference", reference)
                .param("recipient", recipient)
                .param("state", state)
                .param("fault", state.equals("FAILED") ? "REFUSED" : null)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return reference;
    }

    private String stateOf(String reference) {
        return jdbc.sql("select state from mail_message where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
    }

    private List<String> lines() {
        return $view(DataTable.class).single().getBody().getRows().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<MessageState> state() {
        return $view(ComboBox.class).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
