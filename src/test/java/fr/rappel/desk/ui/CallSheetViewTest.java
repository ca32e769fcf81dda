package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import fr.rappel.users.Account;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class CallSheetViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void twoAgents() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.agent("amelie"));
        data.account(Person.agent("bruno"));
        data.account(Person.supervisor("claire"));
    }

    @Test
    void showsWhoIsCallingWithoutTakingAnything() {
        var reference = data.waiting(clock.instant());
        open(reference);
        assertThat(text())
                .contains("Étienne", "552\u00A0081\u00A0317\u00A066522", "Je voudrais parler de mon dossier.");
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
    }

    @Test
    void leadsFromTakingThroughTheCallToItsOutcome() {
        var reference = data.waiting(clock.instant());
        open(reference);
        click("Prendre en charge");
        assertThat(data.column(reference, "taken_by")).isEqualTo("amelie");
        click("Commencer l’appel");
        assertThat(text()).contains("Appel n° 1 en cours");
        note().setValue("Attestation renvoyée.");
        click("Joint et résolu");
        assertThat(data.column(reference, "status")).isEqualTo("CLOSED");
        assertThat(data.column(reference, "outcome")).isEqualTo("RESOLVED");
        assertThat(note().getValue()).isEmpty();
        assertThat(text()).contains("Cette demande est close.", "Attestation renvoyée.");
    }

    @Test
    void offersNoCallWhileTheLineIsClosed() {
        var reference = takenBy("amelie");
        clock.setParis("2026-03-06T12:15");
        open(reference);
        assertThat(find(Button.class)
                        .withTextContaining("Appel impossible")
                        .single()
                        .isEnabled())
                .isFalse();
        assertThat(find(Button.class).withTextContaining("Appeler malgré").exists())
                .isFalse();
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void offersASupervisorToCallNevertheless() {
        var reference = takenBy("claire");
        clock.setParis("2026-03-06T12:15");
        open(reference);
        assertThat(find(Button.class).withTextContaining("Appeler malgré").exists())
                .isTrue();
    }

    @Test
    void refusesACallWhenTheLineClosedAfterTheSheetWasOpened() {
        var reference = takenBy("amelie");
        open(reference);
        var call = find(Button.class).withText("Commencer l’appel").single();
        clock.setParis("2026-03-03T12:30");
        test(call).click();
        assertThat(data.count("callback_attempt")).isZero();
        assertThat(find(Button.class)
                        .withTextContaining("Appel impossible")
                        .single()
                        .isEnabled())
                .isFalse();
    }

    @Test
    void saysWhoHoldsItAndOffersNothingOfIt() {
        open(takenBy("bruno"));
        assertThat(text()).contains("Prise en charge par Nom de bruno.");
        assertThat(find(Button.class).withText("Libérer").exists()).isFalse();
        assertThat(find(Button.class).withText("Commencer l’appel").exists()).isFalse();
    }

    @Test
    void keepsTheNoteWhenItIsRefused() {
        var reference = takenBy("amelie");
        open(reference);
        note().setValue("À ne pas perdre.");
        var release = find(Button.class).withText("Doublon").single();
        data.giveAllBack();
        test(release).click();
        assertThat(note().getValue()).isEqualTo("À ne pas perdre.");
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
    }

    @Test
    void takesAWrongOutcomeBack() {
        var reference = inCall();
        click("Indésirable");
        assertThat(text()).contains("Cette demande est close.");
        click("Annuler l’issue");
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
        assertThat(text()).contains("Appel n° 1 en cours", "Issue annulée par Nom de amelie");
    }

    @Test
    void offersNoUndoAfterAWhile() {
        var reference = inCall();
        click("Indésirable");
        clock.advance(java.time.Duration.ofMinutes(6));
        open(reference);
        assertThat(find(Button.class).withText("Annuler l’issue").exists()).isFalse();
        assertThat(find(Button.class).withText("Rouvrir…").exists()).isFalse();
    }

    @Test
    void goesOnToTheNextRequestWithAnEmptyNote() {
        var next = data.waiting(clock.instant().minusSeconds(60));
        inCall();
        click("Joint et résolu");
        note().setValue("Pour la précédente");
        click("Prendre la suivante");
        assertThat(data.column(next, "taken_by")).isEqualTo("amelie");
        assertThat(text()).contains(next.substring(0, 4) + "\u00A0" + next.substring(4));
        assertThat(note().getValue()).isEmpty();
    }

    @Test
    void saysWhenNothingWaitsAnyMore() {
        inCall();
        click("Joint et résolu");
        click("Prendre la suivante");
        assertThat(notice()).isEqualTo("Aucune demande n’attend pour le moment.");
    }

    @Test
    void postponesToTheMomentThatTheCallerNamed() {
        var reference = inCall();
        click("À rappeler le…");
        var moment = find(Input.class).withId("postpone-moment").single();
        assertThat(moment.getValue()).isEqualTo("2026-03-03T11:00");
        moment.setValue("2026-03-04T09:30");
        click("Programmer le rappel");
        assertThat(find(PostponeDialog.class).exists()).isFalse();
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
        assertThat(text()).contains("prochain rappel demain à 9\u00A0h\u00A030");
    }

    @Test
    void keepsTheMomentThatCannotBe() {
        var reference = inCall();
        click("À rappeler le…");
        var moment = find(Input.class).withId("postpone-moment").single();
        for (String impossible : new String[] {"", "2026-03-08T10:00", "2026-03-02T10:00"}) {
            moment.setValue(impossible);
            click("Programmer le rappel");
            assertThat(find(PostponeDialog.class).single().isOpened()).isTrue();
            assertThat(moment.getValue()).isEqualTo(impossible);
            assertThat(problem()).isNotBlank();
        }
        assertThat(problem()).isEqualTo("Choisissez un moment à venir, dans les 60 prochains jours.");
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
    }

    @Test
    void knowsThatAnHourIsSkippedInSpring() {
        var reference = inCall();
        click("À rappeler le…");
        var moment = find(Input.class).withId("postpone-moment").single();
        moment.setValue("2026-03-29T02:30");
        click("Programmer le rappel");
        assertThat(problem()).contains("Cette heure n’existe pas");
        moment.setValue("2026-02-29T10:00");
        click("Programmer le rappel");
        assertThat(problem()).isEqualTo("Indiquez quand rappeler.");
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
    }

    @Test
    void givesTheRequestToAColleague() {
        var reference = takenBy("amelie");
        open(reference);
        click("Confier à…");
        click("Confier");
        assertThat(problem()).isEqualTo("Ce champ est obligatoire : remplissez-le.".replace(" :", "\u00A0:"));
        colleague().setValue(colleague().getListDataView().getItem(1));
        click("Confier");
        assertThat(data.column(reference, "taken_by")).isEqualTo("bruno");
        assertThat(text()).contains("Prise en charge par Nom de bruno.");
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void asksASupervisorWhyTheCallCannotWait() {
        var reference = takenBy("claire");
        clock.setParis("2026-03-06T12:15");
        open(reference);
        click("Appeler malgré la fermeture…");
        click("Appeler");
        assertThat(problem()).startsWith("Ce champ est obligatoire");
        reason().setValue("Rendez-vous pris");
        click("Appeler");
        assertThat(text()).contains("Appel n° 1 en cours", "Rendez-vous pris");
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void letsASupervisorReopen() {
        var reference = data.request(
                clock.instant(), Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", clock.instant()));
        open(reference);
        click("Rouvrir…");
        reason().setValue("La personne a rappelé");
        click("Rouvrir");
        assertThat(data.column(reference, "taken_by")).isEqualTo("claire");
        assertThat(text()).contains("Rouverte par Nom de claire", "La personne a rappelé");
    }

    @Test
    void saysHowManyCallsWereMade() {
        var reference = takenBy("amelie");
        open(reference);
        assertThat(text()).contains("aucun pour le moment");
        click("Commencer l’appel");
        click("Absent");
        assertThat(text()).contains("1, le dernier aujourd’hui à 10\u00A0h : Absent".replace(" :", "\u00A0:"));
    }

    @Test
    void tellsTheVisitorWhatWasAnsweredApartFromTheNote() {
        var reference = inCall();
        note().setValue("Vu avec la paie.");
        answer().setValue("Votre dossier est complet.");
        click("Absent");
        assertThat(answer().getValue()).as("waits for the outcome that closes").isNotEmpty();
        click("Prendre en charge");
        click("Commencer l’appel");
        click("Joint et résolu");
        assertThat(answer().getValue()).isEmpty();
        assertThat(text())
                .contains(
                        "Réponse au visiteur\u00A0: Votre dossier est complet.", "Messages au demandeur", "À envoyer");
        assertThat(data.count("mail_message where reference = '" + reference
                        + "' and kind = 'CLOSED' and answer = 'Votre dossier est complet.'"))
                .isEqualTo(1);
    }

    @Test
    void refusesAnAnswerThatNobodyWouldGet() {
        var reference = inCall();
        answer().setValue("Merci de ne plus écrire.");
        click("Indésirable");
        assertThat(notice()).contains("n’est pas annoncée au visiteur");
        assertThat(answer().getValue()).isNotEmpty();
        assertThat(data.column(reference, "status")).isEqualTo("TAKEN");
    }

    @Test
    void speaksEnglishToEnglishReaders() {
        var reference = data.waiting(clock.instant().minusSeconds(3_600));
        UI.getCurrent().setLocale(Locale.ENGLISH);
        open(reference);
        assertThat(text()).contains("today at 9:00", "tomorrow at 9:00").doesNotContain("aujourd’hui", "demain");
    }

    @Test
    void findsNothingThatDoesNotExist() {
        for (String reference : new String[] {"AAAAAAAA", "x", "%25"}) {
            UI.getCurrent().navigate("console/demandes/" + reference);
            assertThat(getCurrentView()).isNotInstanceOf(CallSheetView.class);
        }
    }

    private String takenBy(String agent) {
        return data.request(clock.instant(), Map.of("status", "TAKEN", "taken_by", agent, "taken_at", clock.instant()));
    }

    private String inCall() {
        var reference = takenBy("amelie");
        open(reference);
        click("Commencer l’appel");
        return reference;
    }

    private TextArea reason() {
        return find(TextArea.class).all().stream()
                .filter(area -> !Set.of("Note", "Réponse au visiteur").contains(area.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Account> colleague() {
        return find(ComboBox.class).single();
    }

    private String problem() {
        return find(Paragraph.class).withClassName("field-problem").single().getText();
    }

    private String notice() {
        return test(find(Notification.class).all().getLast()).getText();
    }

    private void open(String reference) {
        navigate("console/demandes/" + reference, CallSheetView.class);
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private TextArea answer() {
        return find(TextArea.class).withLabel("Réponse au visiteur").single();
    }

    private TextArea note() {
        return find(TextArea.class).withLabel("Note").single();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
