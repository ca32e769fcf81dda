package fr.rappel.statistics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.select.Select;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FourLives;
import fr.rappel.statistics.Unit;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.JsonNode;

@ViewPackages(packages = {"fr.rappel.statistics.ui", "fr.rappel.shell"})
class StatisticsViewTest extends AtStatistics {

    private static final List<Figure> COUNTS = Stream.of(Figure.values())
            .filter(figure -> figure.unit() == Unit.COUNT && figure != Figure.BACKLOG)
            .toList();

    @Autowired
    private MessageSource messages;

    @BeforeEach
    void threeRequests() {
        jdbc.sql("delete from statistics_first_call").update();
        jdbc.sql("delete from faq_count").update();
        received(TestClock.OPEN_TUESDAY.minusSeconds(60), "93");
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(1)), "93");
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(2)), "975");
    }

    @Test
    void showsEveryFigureOfTheMonthWithItsDefinition() {
        navigate(StatisticsView.class);
        assertThat(text()).contains("Du 1er mars 2026 au 3 mars 2026");
        assertThat($view(NativeDetails.class).all().stream()
                        .filter(details -> details.hasClassName("definition"))
                        .toList())
                .hasSize(Figure.values().length);
        assertThat(card("Demandes reçues")).startsWith("Demandes reçues3").contains("3 demandes", "Définition");
        assertThat(card("Attente médiane")).contains("–", "aucun premier appel");
        assertThat(card("Reste à traiter")).contains("3 demandes ouvertes");
    }

    /** Where the screen is narrow, a row is a card without the heads of its columns. */
    @Test
    void everyCellKnowsTheNameOfItsColumn() {
        navigate(StatisticsView.class);
        assertThat($view(NativeTableCell.class).all())
                .isNotEmpty()
                .allSatisfy(cell ->
                        assertThat(cell.getElement().getAttribute("data-label")).isNotBlank());
    }

    @Test
    void comparesWithThePeriodBeforeOrTheYearBefore() {
        open("console/statistiques?du=2026-03-02&au=2026-03-03&comparer=BEFORE&par=TOPIC");
        assertThat(card("Demandes reçues")).contains("+100\u00a0% (était 1)");
        Select<Comparison> comparison = comparison();
        test(comparison).selectItem("L’année précédente");
        assertThat(card("Demandes reçues")).doesNotContain("était");
        assertThat(text()).contains("Pas de données avant le 1er mars 2026.").doesNotContain("mars 2025");
    }

    @Test
    void followsPresets() {
        navigate(StatisticsView.class);
        test($view(Button.class).withText("Aujourd’hui").single()).click();
        assertThat(card("Demandes reçues")).startsWith("Demandes reçues1").contains("1 demandeDéfinition");
        assertThat($view(DatePicker.class).all())
                .extracting(DatePicker::getValue)
                .containsOnly(LocalDate.of(2026, 3, 3));
    }

    @Test
    void namesMonthsAndDaysInTheCalendar() {
        navigate(StatisticsView.class);
        DatePicker.DatePickerI18n words =
                $view(DatePicker.class).all().getFirst().getI18n();
        assertThat(words.getMonthNames()).startsWith("janvier", "février").hasSize(12);
        assertThat(words.getWeekdays()).startsWith("dimanche", "lundi").hasSize(7);
        assertThat(words.getWeekdaysShort()).startsWith("dim.", "lun.").hasSize(7);
        assertThat(words.getFirstDayOfWeek()).isOne();
        assertThat(words.getToday()).isEqualTo("Aujourd’hui");
    }

    @Test
    void refusesDatesInWords() {
        navigate(StatisticsView.class);
        DatePicker to = $view(DatePicker.class).all().getLast();
        test(to).setValue(LocalDate.of(2026, 2, 28));
        assertThat(text()).contains("La période finit avant de commencer").contains("Du 1er mars 2026 au 3 mars 2026");
        test(to).setValue(null);
        assertThat(text()).contains("Indiquez une date", "Du 1er mars 2026 au 3 mars 2026");
        test(to).setValue(LocalDate.of(2026, 3, 2));
        assertThat(text()).contains("Du 1er mars 2026 au 2 mars 2026").doesNotContain("Indiquez une date");
    }

    @Test
    void breaksDownByRegionWithOverseasAndLeadsToTheRows() {
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=REGION");
        assertThat(text()).contains("Saint-Pierre-et-Miquelon", "Guyane");
        Anchor rows = link("mesure=RECEIVED&par=REGION&valeur=93", "2");
        Anchor tile = link("mesure=RECEIVED&par=REGION&valeur=93", "");
        assertThat(tile.getElement().getTextRecursively()).isEqualTo("Provence-Alpes-Côte d’Azur2");
        assertThat(rows.getAriaLabel()).hasValue("2 Reçues, Provence-Alpes-Côte d’Azur\u00a0: voir les lignes");
        assertThat(shade("Provence-Alpes-Côte d’Azur")).isEqualTo("5");
        assertThat(shade("Saint-Pierre-et-Miquelon")).isEqualTo("3");
        assertThat(shade("Guyane")).isEqualTo("0");
        open(rows.getHref());
        assertThat(((Component) getCurrentView())).isInstanceOf(RowsView.class);
        assertThat(text()).contains("Provence-Alpes-Côte d’Azur", "Demandes reçues");
        assertThat(requests()).hasSize(2);
    }

    @Test
    void breaksDownIntoNumbersThatAddUpToTheCardsAndOpenAsManyRows() {
        FourLives.happen(data, jdbc);
        for (Dimension by : BreakdownSection.DIMENSIONS) {
            String address = "console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=" + by;
            open(address);
            Map<String, Integer> behind = new HashMap<>();
            for (Figure figure : COUNTS) {
                String column = " " + word(figure, ".short") + ", ";
                int sum = 0;
                for (Anchor link : linksOf(by)) {
                    String label = link.getAriaLabel().orElse("");
                    if (label.contains(column)) {
                        behind.put(link.getHref(), Integer.parseInt(link.getText()));
                        sum += Integer.parseInt(link.getText());
                    }
                }
                if (sum > 0) {
                    assertThat(value(word(figure, "")))
                            .as("%s by %s", figure, by)
                            .isEqualTo(sum);
                }
            }
            assertThat(behind.keySet()).anyMatch(link -> link.contains("mesure=RATED"));
            assertThat(behind.keySet().stream().anyMatch(link -> link.contains("mesure=CLOSED")))
                    .isEqualTo(by != Dimension.SCORE);
            behind.forEach((link, rows) -> {
                open(link);
                assertThat(requests()).as(link).hasSize(rows);
            });
        }
    }

    /** Three calls, then, after the reopening, one: the figure says two, and so do its rows. */
    @Test
    void showsTheCallsThatAClosingIsTheEndOf() {
        Instant received = Instant.parse("2026-03-02T09:00:00Z");
        String reference = data.request(received, Map.of());
        data.fact("RECEIVED", reference, received);
        for (int call = 1; call <= 4; call++) {
            Instant at = Instant.parse("2026-03-02T10:00:00Z").plusSeconds(600L * call);
            data.fact("CALL_STARTED", reference, at);
            data.fact("CALL_ENDED", reference, at.plusSeconds(60));
            if (call >= 3) {
                data.fact("CLOSED", reference, at.plusSeconds(60));
            }
            if (call == 3) {
                data.fact("REOPENED", reference, at.plusSeconds(120));
            }
        }
        jdbc.sql(
                        "update callback_fact set actor = 'amelie', outcome = 'RESOLVED' where kind in ('CALL_ENDED', 'CLOSED')")
                .update();
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        assertThat(card("Appels par clôture")).startsWith("Appels par clôture2sur 2 clôtures");
        open("console/statistiques/demandes?du=2026-03-01&au=2026-03-03&mesure=CLOSED&par=ALL&valeur=");
        assertThat(text()).contains("Appels depuis la réception ou la réouverture", "4e appel1", "3e appel3");
    }

    @Test
    void namesWhatNoAgentDid() {
        FourLives.happen(data, jdbc);
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=AGENT");
        Anchor closings = link("mesure=CLOSED&par=AGENT&valeur=-", "2");
        assertThat(closings.getAriaLabel()).hasValue("2 Clôtures, Aucun agent\u00a0: voir les lignes");
        open(closings.getHref());
        assertThat(text()).contains("Clôtures – Aucun agent, du", "Aucun agentRésolue", "Aucun appel");
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=ATTEMPT");
        open(link("mesure=CLOSED&par=ATTEMPT&valeur=0", "1").getHref());
        assertThat(text()).contains("Clôtures – Aucun appel");
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=OUTCOME");
        open(link("mesure=RATED&par=OUTCOME&valeur=-", "1").getHref());
        assertThat(text()).contains("Avis reçus – Aucune issue");
    }

    @ParameterizedTest
    @CsvSource({"AGENT, Aucun agent", "OUTCOME, Aucune issue", "ATTEMPT, Aucun appel"})
    void drawsNoBarOfCallsForWhatHasNone(Dimension by, String none) {
        FourLives.happen(data, jdbc);
        String address = "console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=" + by;
        open(address);
        BreakdownSection section = $view(BreakdownSection.class).single();
        assertThat(bars(section)).doesNotContain(none).hasSizeGreaterThan(1);
        assertThat(section.getElement().getTextRecursively()).contains(none);
        String ended = data.request(TestClock.OPEN_TUESDAY.minusSeconds(90), Map.of());
        data.fact("CALL_ENDED", ended, TestClock.OPEN_TUESDAY.minusSeconds(90));
        open(address);
        assertThat(bars($view(BreakdownSection.class).single()))
                .as("calls of which it is not known")
                .contains(none);
    }

    private List<String> bars(BreakdownSection section) {
        return $view(Chart.class).all().stream()
                .filter(chart -> isWithin(chart, section))
                .map(chart -> (JsonNode) chart.getElement().getPropertyRaw("data"))
                .flatMap(data -> data.get("categories").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void opensTheRequestsOfAnHour() {
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        assertThat($view(HeatMap.class).single().getElement().getTextRecursively())
                .contains("Plus la case est colorée", "Jour0\u00a0h1\u00a0h", "22\u00a0h23\u00a0hlundi")
                .contains("Définitions", "Demandes reçues pendant la période");
        Anchor cell = link("mesure=RECEIVED&par=WEEK_HOUR&valeur=2-09", "1");
        assertThat(cell.getAriaLabel()).hasValue("1 Demandes reçues, mardi, 9\u00a0h\u00a0: voir les lignes");
        assertThat(cell.getElement().getAttribute("data-shade")).isEqualTo("5");
        open(cell.getHref());
        assertThat(text()).contains("Demandes reçues – mardi, 9\u00a0h, du 1er mars 2026");
        assertThat(requests()).hasSize(1);
        assertThat(text()).as("columns").contains("Objet", "Région").doesNotContain("Issue");
    }

    @Test
    void breaksDownByTheHoursOfTheWeek() {
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=WEEK_HOUR");
        BreakdownSection section = $view(BreakdownSection.class).single();
        assertThat(section.getElement().getTextRecursively()).contains("dimanche, 10\u00a0h1", "mardi, 9\u00a0h1");
        assertThat($view(Chart.class).all()).noneMatch(chart -> isWithin(chart, section));
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        BreakdownSection topics = $view(BreakdownSection.class).single();
        assertThat($view(Chart.class).all()).anyMatch(chart -> isWithin(chart, topics));
    }

    private static boolean isWithin(Component part, Component whole) {
        return part.equals(whole)
                || part.getParent().filter(parent -> isWithin(parent, whole)).isPresent();
    }

    @Test
    void opensWhatIsOpenAndTheVolumesOfADay() {
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        open(link("du=2026-03-01&au=2026-03-03&mesure=OPEN", "Voir les lignes").getHref());
        assertThat(text()).contains("Demandes ouvertes à la fin de la période");
        assertThat(requests()).hasSize(3);
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        open(link("du=2026-03-02&au=2026-03-02&mesure=OPEN", "2").getHref());
        assertThat(requests()).hasSize(2);
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC");
        open(link("du=2026-03-02&au=2026-03-02&mesure=RECEIVED", "1").getHref());
        assertThat(requests()).hasSize(1);
    }

    @Test
    void saysOnWhatEachShareRestsAndProvesIt() {
        String reference = data.request(TestClock.OPEN_TUESDAY.minusSeconds(900), Map.of("region_code", "93"));
        data.fact("RECEIVED", reference, TestClock.OPEN_TUESDAY.minusSeconds(900));
        data.fact("CALL_STARTED", reference, TestClock.OPEN_TUESDAY.minusSeconds(600));
        data.fact("CALL_ENDED", reference, TestClock.OPEN_TUESDAY.minusSeconds(355));
        data.fact("CLOSED", reference, TestClock.OPEN_TUESDAY.minusSeconds(350));
        jdbc.sql(
                        "update callback_fact set actor = 'claire', outcome = 'RESOLVED' where kind in ('CALL_ENDED', 'CLOSED')")
                .update();
        jdbc.sql("""
                        insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
                        select id, received_at, 5, true from callback_request where reference = :reference""").param("reference", reference).update();
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=REGION");
        assertThat($view(BreakdownSection.class).single().getElement().getTextRecursively())
                .contains("100\u00a0%sur\u00a01", "Définitions", "Part des premiers appels de la période");
        for (String wait : List.of("Attente médiane", "Attente, 9 fois sur 10")) {
            assertThat($view(Anchor.class).all())
                    .extracting(anchor -> anchor.getAriaLabel().orElse(""))
                    .contains("5\u00a0min " + wait + ", Provence-Alpes-Côte d’Azur\u00a0: voir les lignes");
        }
        open(link("mesure=FIRST_CALL&par=REGION&valeur=93", "100\u00a0%").getHref());
        assertThat(text()).contains("Engagement tenu", "5\u00a0minoui");
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=REGION");
        open(link("mesure=HANDLED&par=REGION&valeur=93", "4\u00a0min").getHref());
        assertThat(text()).contains("Durée", "4\u00a0min");
    }

    @Test
    void comparesEachItemAndSaysThatThePeriodIsRunning() {
        open("console/statistiques?du=2026-03-02&au=2026-03-03&comparer=BEFORE&par=REGION");
        assertThat($view(BreakdownSection.class).single().getElement().getTextRecursively())
                .contains("2était 0", "0−100\u00a0% (était 1)");
        assertThat(text()).contains("Période en cours", "chaque jour de la période comparée est compté en entier");
        // The second of March beside the last of February, the third beside the first of March.
        assertThat($view(VolumeSection.class).single().getElement().getTextRecursively())
                .contains("Reçues, période comparée2 mars 2026100203 mars 202610031");
        open("console/statistiques?du=2026-03-01&au=2026-03-02&comparer=BEFORE&par=REGION");
        assertThat(text()).doesNotContain("Période en cours");
    }

    @Test
    void comparesAMonthSoFarWithTheSameDatesAndAWholeOneWithAWholeOne() {
        received(Instant.parse("2026-01-31T10:00:00Z"), "93");
        navigate(StatisticsView.class);
        assertThat(text()).contains("Comparé à la période du 1er février 2026 au 3 février 2026");
        open("console/statistiques?du=2026-02-01&au=2026-02-28&comparer=BEFORE&par=REGION");
        assertThat(text()).contains("Comparé à la période du 1er janvier 2026 au 31 janvier 2026");
        // January has more days than February: they are shown as well.
        assertThat($view(VolumeSection.class).single().getElement().getTextRecursively())
                .contains(
                        "28 février 20260001029 janvier 2026, période comparée0", "31 janvier 2026, période comparée1");
    }

    @Test
    void showsFiguresAsSoonAsTheyAreCounted() {
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(40)), "93");
        open("console/statistiques/demandes?du=2026-03-01&au=2026-03-03");
        assertThat(text()).contains("en cours de calcul");
        navigate(StatisticsView.class);
        assertThat(text()).contains("en cours de calcul").doesNotContain("Attente médiane");
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        jdbc.sql("""
                        insert into statistics_count (grain, dimension, starts_on, measure, item, events, total)
                        values ('DAY', 'ALL', '2026-03-01', 'RECEIVED', '', 1, 0)""").update();
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(text()).contains("Attente médiane").doesNotContain("en cours de calcul");
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    @Test
    void survivesAnyAddress() {
        for (String query : List.of(
                "du=x&au=y",
                "du=2026-03-03&au=2026-03-01",
                "du=1026-03-03&au=2026-03-01",
                "par=ALL",
                "par=WEEK_HOUR&valeur=9-99",
                "par=TOPIC&valeur=" + "x".repeat(61),
                "comparer=-1")) {
            open("console/statistiques?" + query);
            assertThat(text()).contains("Demandes reçues", "Du 1er mars 2026 au 3 mars 2026");
            open("console/statistiques/faq?compte=X&apres=2026-03-02_%00&" + query);
            assertThat(text()).contains("Réponses lues, du 1er mars 2026 au 3 mars 2026", "Aucune ligne");
            open("console/statistiques/demandes?mesure=X&par=OUTCOME&valeur=%3Cb%3E&" + query);
            assertThat(text()).contains("Aucune ligne");
        }
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void staysClosedToAgents() {
        UI.getCurrent().navigate("console/statistiques");
        assertThat(text()).contains("Accès réservé").doesNotContain("Demandes reçues");
        for (String rows : List.of("demandes", "faq")) {
            UI.getCurrent().navigate("console/statistiques/" + rows);
            assertThat(text()).contains("Accès réservé");
        }
    }

    @SuppressWarnings("unchecked")
    private Select<Comparison> comparison() {
        return (Select<Comparison>) $view(Select.class).all().getFirst();
    }

    private List<Anchor> linksOf(Dimension by) {
        return $view(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().contains("&par=" + by + "&"))
                .toList();
    }

    private String word(Figure figure, String suffix) {
        return messages.getMessage("statistics.figure." + figure + suffix, null, Locale.FRENCH);
    }

    /** The number on a card. */
    private int value(String name) {
        return $view(FigureCards.class)
                .single()
                .getChildren()
                .filter(card -> card.getElement().getTextRecursively().startsWith(name))
                .flatMap(Component::getChildren)
                .filter(part -> part.hasClassName("figure-value"))
                .mapToInt(part -> Integer.parseInt(part.getElement().getText()))
                .findFirst()
                .orElseThrow();
    }

    private String shade(String region) {
        return $view(ListItem.class).all().stream()
                .filter(tile -> tile.getElement().getTextRecursively().startsWith(region))
                .findFirst()
                .orElseThrow()
                .getElement()
                .getAttribute("data-shade");
    }
}
