package fr.rappel.calendar.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** What a supervisor does to the calendar, and what the screen refuses. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.calendar.ui", "fr.rappel.shell"})
@WithMockUser(
        username = "claire",
        roles = {"AGENT", "SUPERVISOR"})
class CalendarViewTest extends SpringBrowserlessTest {

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void tuesdayMorning() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.supervisor("claire"));
        UI.getCurrent().navigate("console/calendrier");
    }

    @AfterEach
    void asItWas() {
        Person.supervisor("claire").does(() -> {
            if (!calendar.now().open()) {
                calendar.reopen();
            }
            calendar.exceptions(LocalDate.of(2026, 3, 3)).forEach(one -> calendar.removeException(one.id()));
        });
    }

    @Test
    void closesTheLineForAReasonAndReopensIt() {
        click("Fermer la ligne…");
        click("Fermer la ligne");
        assertThat(problem()).isEqualTo("Indiquez la raison\u00A0: elle est affichée au public.");
        assertThat(calendar.now().open()).isTrue();

        field("Raison, affichée au public").setValue("Panne du réseau");
        click("Fermer la ligne");
        assertThat(calendar.now().open()).isFalse();
        assertThat(text()).contains("Fermé (Panne du réseau)");
        assertThat($(Dialog.class).exists()).isFalse();

        click("Rouvrir la ligne");
        assertThat(calendar.now().open()).isTrue();
        assertThat(text()).contains("Ouvert, jusqu’à 12\u00A0h\u00A030");
    }

    @Test
    void keepsWhatWasTypedWhenTheEndIsOver() {
        click("Fermer la ligne…");
        field("Raison, affichée au public").setValue("Panne du réseau");
        $(Input.class).withId("closure-until").single().setValue("2026-03-03T09:00");
        click("Fermer la ligne");
        assertThat(problem()).isEqualTo("La fin annoncée de la fermeture doit être à venir.");
        assertThat(field("Raison, affichée au public").getValue()).isEqualTo("Panne du réseau");
        assertThat(calendar.now().open()).isTrue();
    }

    @Test
    void saysThatSomebodyElseReopenedTheLineAlready() {
        calendar.closeNow("Panne", null);
        navigate(CalendarView.class);
        var reopen = $(Button.class).withText("Rouvrir la ligne").single();
        calendar.reopen();
        test(reopen).click();
        assertThat(test($(Notification.class).single()).getText()).isEqualTo("La ligne n’est pas fermée d’urgence.");
    }

    @Test
    void givesADateItsOwnHoursAndTakesThemAway() {
        exception("2026-03-04", "Formation interne", "9:00-12:00, 14h-16h30");
        assertThat($(Dialog.class).exists()).isFalse();
        assertThat(text())
                .contains(
                        "mercredi 4 mars",
                        "9\u00A0h\u00A0– 12\u00A0h et 14\u00A0h\u00A0– 16\u00A0h\u00A030",
                        "Formation interne");
        click("Retirer");
        assertThat(text()).contains("Aucun horaire exceptionnel n’est prévu.").doesNotContain("Formation interne");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''         | Raison | 9:00-12:00              | Indiquez une date",
                "2026-03-04 | ''     | 9:00-12:00              | Indiquez la raison",
                "2026-03-04 | Raison | midi                    | Indiquez une date, et des horaires",
                "2026-03-04 | Raison | 12:00-9:00              | L’heure de fin doit suivre",
                "2026-03-04 | Raison | 9:00-12:00, 11:00-13:00 | Deux plages de la même journée",
                "2026-03-02 | Raison | 9:00-12:00              | Ce jour est passé"
            })
    void keepsWhatWasTypedWhenItIsRefused(String date, String label, String hours, String why) {
        exception(date, label, hours);
        assertThat(problem()).startsWith(why);
        assertThat(field("Horaires de ce jour").getValue()).isEqualTo(hours);
        assertThat(calendar.exceptions(LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void refusesASecondScheduleOfOneDay() {
        exception("2026-03-04", "Raison", "");
        exception("2026-03-04", "Autre raison", "9:00-12:00");
        assertThat(problem()).startsWith("Ce jour a déjà un horaire exceptionnel.");
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void staysClosedToAgents() {
        assertThat(text()).contains("Accès réservé").doesNotContain("Fermer la ligne");
    }

    private void exception(String date, String label, String hours) {
        click("Ajouter un horaire exceptionnel…");
        $(Input.class).withId("exception-date").single().setValue(date);
        field("Raison, affichée au public").setValue(label);
        field("Horaires de ce jour").setValue(hours);
        click("Ajouter");
    }

    private void click(String text) {
        test($(Button.class).withText(text).single()).click();
    }

    private TextField field(String label) {
        return $(TextField.class).withLabel(label).single();
    }

    private String problem() {
        return $(Paragraph.class).withClassName("field-problem").single().getText();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
