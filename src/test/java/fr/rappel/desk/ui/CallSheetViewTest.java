package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.Locale;
import java.util.Map;
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
    void findsNothingThatDoesNotExist() {
        for (String reference : new String[] {"AAAAAAAA", "x", "%25"}) {
            UI.getCurrent().navigate("console/demandes/" + reference);
            assertThat(getCurrentView()).isNotInstanceOf(CallSheetView.class);
        }
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

    private TextArea note() {
        return find(TextArea.class).withLabel("Note").single();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
