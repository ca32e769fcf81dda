package fr.rappel.statistics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures beside those of another period: nothing of it is lost, and what is not known does not look like zero. */
@ViewPackages(packages = {"fr.rappel.statistics.ui", "fr.rappel.shell"})
class OtherPeriodTest extends AtStatistics {

    private static final String TWO_DAYS = "console/statistiques?du=2026-03-02&au=2026-03-03&comparer=BEFORE&par=";

    @Test
    void saysThatThereAreNoDataBeforeTheFirstDay() {
        received(Instant.parse("2026-03-01T09:00:00Z"), "93");
        received(Instant.parse("2026-03-02T09:00:00Z"), "93");
        open(TWO_DAYS + "REGION");
        assertThat(text())
                .contains("Comparé à la période du 28 février 2026 au 1er mars 2026")
                .contains("Pas de données avant le 1er mars 2026.");
        assertThat(card("Demandes reçues")).contains("sans changement");
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=BEFORE&par=REGION");
        assertThat(text())
                .contains("Pas de données avant le 1er mars 2026.")
                .doesNotContain("Comparé", "(était", "période comparée", "Période comparée");
    }

    @Test
    void saysWhatCanBeSaidOfTwoValues() {
        received(Instant.parse("2026-02-20T09:00:00Z"), "93");
        received(Instant.parse("2026-02-28T09:00:00Z"), "93");
        closed(Instant.parse("2026-02-28T10:00:00Z"));
        received(Instant.parse("2026-03-02T09:00:00Z"), "93");
        open(TWO_DAYS + "REGION");
        assertThat(text()).doesNotContain("Pas de données");
        assertThat(card("Demandes reçues")).contains("sans changement");
        assertThat(card("Reste à traiter")).contains("+100\u00a0% (était 1)");
        assertThat(card("Clôtures")).contains("−100\u00a0% (était 1)");
        assertThat(card("Appels par clôture")).contains("–était 0");
        assertThat(card("Note moyenne")).contains("–rien à comparer");
    }

    @Test
    void keepsItemsThatWereOnlyInTheOtherPeriod() {
        received(Instant.parse("2026-02-28T09:00:00Z"), Map.of("topic_code", "FACTURE"));
        closed(Instant.parse("2026-03-01T10:00:00Z"));
        open(TWO_DAYS + "TOPIC");
        String empty = breakdown();
        assertThat(empty).contains("0−100\u00a0% (était 1)", "Clôtures");
        received(Instant.parse("2026-03-02T09:00:00Z"), Map.of("topic_code", "AUTRE"));
        open(TWO_DAYS + "TOPIC");
        assertThat(breakdown()).contains("0−100\u00a0% (était 1)", "1était 0");
        open("console/statistiques?du=2026-03-02&au=2026-03-03&comparer=NONE&par=TOPIC");
        assertThat(breakdown()).doesNotContain("était", "Clôtures");
    }

    @Test
    void saysNothingOfWhatIsZeroInBothPeriods() {
        received(Instant.parse("2026-02-28T09:00:00Z"), "93");
        received(Instant.parse("2026-03-02T09:00:00Z"), "93");
        open(TWO_DAYS + "REGION");
        assertThat(card("Réouvertures")).startsWith("Réouvertures0–aucune réouverture");
        assertThat(breakdown()).containsOnlyOnce("1sans changement");
        assertThat(breakdown().split("sans changement|était", -1)).hasSize(2);
    }

    @Test
    void comparesTheFirstCountThatIsNotZeroInBothPeriods() {
        received(Instant.parse("2026-02-28T09:00:00Z"), "93");
        closed(Instant.parse("2026-03-01T10:00:00Z"));
        jdbc.sql("update callback_fact set actor = '@visitor' where kind = 'CLOSED'")
                .update();
        received(Instant.parse("2026-03-02T09:00:00Z"), "93");
        String called = jdbc.sql("select max(reference) from callback_request")
                .query(String.class)
                .single();
        data.fact("CALL_STARTED", called, Instant.parse("2026-03-02T10:00:00Z"), "claire", null, null);
        data.fact("CALL_ENDED", called, Instant.parse("2026-03-02T10:05:00Z"), "claire", "RESOLVED", null);
        open(TWO_DAYS + "AGENT");
        assertThat(breakdown()).contains("Nom de claire", "1était 0", "Aucun agent", "0−100\u00a0% (était 1)");
    }

    @Test
    void meansTheDayOnWhichAPresetIsPressed() {
        received(TestClock.OPEN_TUESDAY, "93");
        navigate(StatisticsView.class);
        clock.advance(Duration.ofDays(1));
        received(clock.instant().minusSeconds(60), "93");
        received(clock.instant().minusSeconds(60), "93");
        test($view(Button.class).withText("Aujourd’hui").single()).click();
        assertThat(text()).contains("Du 4 mars 2026 au 4 mars 2026");
        assertThat(card("Demandes reçues")).startsWith("Demandes reçues2");
        assertThat($view(Button.class)
                        .withText("Aujourd’hui")
                        .single()
                        .getElement()
                        .getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void showsNoFiguresOfThePeriodBeforeUnderAChoiceThatIsBeingCounted() {
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(40)), "93");
        jdbc.sql("""
                        insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
                        values ('DAY', 'ALL', '2026-01-22', 'RECEIVED', '', 1, 0)""").update();
        open("console/statistiques?du=2026-01-20&au=2026-01-22&comparer=NONE&par=TOPIC");
        assertThat(text()).contains("Du 20 janvier 2026", "Attente médiane", "Heures de réception", "Valeur de la FAQ");
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        assertThat(text())
                .contains("en cours de calcul")
                .doesNotContain("Du 20 janvier 2026", "Attente médiane", "Heures de réception", "Valeur de la FAQ");
    }

    /** Five months of which the other period has other ones: it is cut at the same distances from its first day. */
    @Test
    void setsBesideEachMonthAsManyDaysOfAnotherPeriod() {
        counted("2025-07-29", 1);
        counted("2025-08-13", 2);
        counted("2025-08-14", 4);
        counted("2025-11-14", 8);
        counted("2026-03-02", 16);
        monthsCounted();
        open("console/statistiques?du=2025-11-15&au=2026-03-03&comparer=BEFORE&par=TOPIC");
        assertThat(text()).contains("Comparé à la période du 29 juillet 2025 au 14 novembre 2025");
        assertThat(card("Demandes reçues")).contains("(était 15)");
        assertThat(volumes())
                .contains("novembre 2025000153", "décembre 2025000154", "janvier 2026000150", "février 2026000150")
                .contains("mars 20261600318");
        assertThat(link("du=2025-07-29&au=2025-08-13&mesure=RECEIVED", "3").getAriaLabel())
                .hasValue("3 Reçues, du 29 juillet au 13 août 2025 : voir les lignes");
    }

    @Test
    void keepsThe29thOfFebruaryBesideAYearThatHasNone() {
        counted("2024-02-29", 1);
        counted("2024-03-01", 2);
        counted("2024-06-15", 4);
        counted("2026-03-02", 8);
        monthsCounted();
        open("console/statistiques?du=2025-02-10&au=2025-06-15&comparer=YEAR&par=TOPIC");
        assertThat(card("Demandes reçues")).contains("−100\u00a0% (était 7)");
        assertThat(volumes()).contains("février 202500071", "mars 202500072", "juin 202500074");
    }

    private String volumes() {
        return $view(VolumeSection.class).single().getElement().getTextRecursively();
    }

    private void counted(String day, int received) {
        jdbc.sql("""
                        insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
                        values ('DAY', 'ALL', :day, 'RECEIVED', '', :received, 0)""")
                .param("day", LocalDate.parse(day))
                .param("received", received)
                .update();
    }

    private void monthsCounted() {
        jdbc.sql("""
                        insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
                        select 'MONTH', 'ALL', cast(date_trunc('month', starts_on) as date), 'RECEIVED', '', sum(events), 0
                          from statistics_count group by cast(date_trunc('month', starts_on) as date)""").update();
    }

    private String breakdown() {
        return $view(BreakdownSection.class).single().getElement().getTextRecursively();
    }

    /** The last one that came. */
    private void closed(Instant at) {
        String reference = jdbc.sql("select reference from callback_request order by received_at desc limit 1")
                .query(String.class)
                .single();
        data.fact("CLOSED", reference, at);
        jdbc.sql("update callback_fact set actor = 'claire', outcome = 'RESOLVED' where kind = 'CLOSED'")
                .update();
    }
}
