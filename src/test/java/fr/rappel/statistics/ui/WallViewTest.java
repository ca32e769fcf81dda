package fr.rappel.statistics.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Announcement;
import fr.rappel.statistics.Comparison;
import fr.rappel.statistics.Definitions;
import fr.rappel.statistics.FourLives;
import fr.rappel.statistics.Wall;
import fr.rappel.statistics.WallFeed;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;

/** The wall and the exports as a supervisor sees them; agents see neither. */
@ViewPackages(packages = {"fr.rappel.statistics.ui", "fr.rappel.shell"})
class WallViewTest extends AsSupervisor {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private WallFeed feed;

    @Autowired
    private Definitions definitions;

    @Autowired
    private LineCalendar calendar;

    @BeforeEach
    void oneWaitsTooLong() {
        jdbc.sql("delete from statistics_export_download").update();
        jdbc.sql("delete from statistics_export").update();
        data.waiting(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(4)));
    }

    @Test
    void showsTheLineAsItStands() {
        navigate(WallView.class);
        assertThat(text())
                .contains("En attente1", "aucune reçue aujourd’hui", "Hors délai1", "aucune non jointe", "10\u00a0h")
                .contains("d’habitude – à cette heure, le mardi");
        assertThat(tile("Hors délai").getElement().getAttribute("data-alarming"))
                .isEqualTo("true");
        assertThat(tile("En attente").getElement().getAttribute("data-alarming"))
                .isEqualTo("false");
    }

    @Test
    void saysThatTheUsualIsBeingCounted() {
        var longAgo = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(40));
        data.fact("RECEIVED", data.waiting(longAgo), longAgo);
        navigate(WallView.class);
        assertThat(text()).contains("moyenne habituelle en cours de calcul").doesNotContain("d’habitude –");
    }

    @Test
    void definesEveryNumberWithTheCommitment() {
        navigate(WallView.class);
        assertThat($view(NativeDetails.class).single().getElement().getTextRecursively())
                .startsWith("Définitions")
                .contains("Hors délai", "plus de 8\u00a0h d’ouverture après leur réception", "Personnes jointes")
                .contains("Reçues aujourd’hui", "Non jointes", "Appels terminés, heure par heure");
    }

    @Test
    void leadsFromADefinitionToTheRows() {
        navigate(WallView.class);
        String today = "console/statistiques/demandes?du=2026-03-03&au=2026-03-03&mesure=%s&par=ALL&valeur=";
        assertThat($view(Anchor.class).withText("Voir les lignes").all())
                .extracting(Anchor::getHref)
                .containsExactly(
                        "console?part=TO_CALL",
                        today.formatted("RECEIVED"),
                        "console?part=TO_CALL",
                        "console?part=LATE",
                        "console?part=TAKEN",
                        today.formatted("CALL"),
                        today.formatted("REACHED"),
                        today.formatted("CALL"),
                        today.formatted("CALL"));
        assertThat($view(Anchor.class)
                        .withText("Voir les lignes")
                        .all()
                        .getLast()
                        .getAriaLabel())
                .hasValue("Voir les lignes\u00a0: Appels terminés, heure par heure");
    }

    @Test
    void keepsTheTimeOfTheLastFiguresWhileThereAreNoNewOnes() {
        WallFeed interrupted = mock(WallFeed.class);
        var screen = ArgumentCaptor.forClass(WallFeed.Screen.class);
        Wall now = feed.now();
        when(interrupted.now()).thenReturn(now);
        when(interrupted.follow(screen.capture())).thenReturn(() -> {});
        WallView view = new WallView(interrupted, definitions, calendar);
        UI.getCurrent().add(view);
        tell(() -> screen.getValue().show(now));
        String first = news(view);
        tell(() -> screen.getValue().show(now));
        assertThat(List.of(first, news(view))).containsExactlyInAnyOrder("odd", "even");
        tell(() -> screen.getValue().interrupt());
        assertThat(news(view)).isEqualTo("none");
        assertThat(view.getElement().getTextRecursively()).contains("10\u00a0hChiffres interrompus");
        tell(() -> screen.getValue().show(now));
        assertThat(news(view)).isNotEqualTo("none");
    }

    /** What the feed says reaches the page once it has its turn. */
    private static void tell(Runnable news) {
        news.run();
        VaadinSession session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
    }

    private static String news(WallView view) {
        return view.getElement().getAttribute("data-news");
    }

    @Test
    void writesALongWaitSmaller() {
        navigate(WallView.class);
        assertThat(tile("Plus longue attente").getElement().getAttribute("data-long"))
                .isEqualTo("false");
        data.waiting(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(400).minusMinutes(20)));
        UI.getCurrent().navigate("console");
        navigate(WallView.class);
        assertThat(tile("Plus longue attente").getElement().getAttribute("data-long"))
                .isEqualTo("true");
    }

    @Test
    void hasNothingToFocusThatIsNotSeen() {
        navigate(WallView.class);
        assertThat($view(FigureTable.class).all())
                .isNotEmpty()
                .allSatisfy(table ->
                        assertThat(table.getElement().hasAttribute("tabindex")).isFalse());
    }

    @Test
    void listsTheExportThatWasAskedFor() {
        UI.getCurrent().navigate("console/exports");
        assertThat(text()).contains("Aucun export pour le moment");
        UI.getCurrent().navigate("console/statistiques", QueryParameters.of("par", "REGION"));
        test($view(Button.class).withText("Exporter en XLSX").single()).click();
        assertThat((Component) getCurrentView()).isInstanceOf(ExportsView.class);
        assertThat(text())
                .contains(
                        "rappel-repartition-region-2026-03-01-2026-03-03-",
                        ".xlsx",
                        "Région",
                        "En attente",
                        "Nom de claire");
        assertThat($view(Anchor.class).withText("Télécharger").exists()).isFalse();
    }

    @Test
    void comparesAFileAsThePageDoes() {
        for (Comparison comparison : Comparison.values()) {
            UI.getCurrent().navigate("console/statistiques", QueryParameters.of("comparer", comparison.name()));
            test($view(Button.class).withText("Exporter en CSV").single()).click();
        }
        assertThat(jdbc.sql("select comparison from statistics_export order by id")
                        .query(String.class)
                        .list())
                .containsExactly("NONE", "BEFORE", "YEAR");
        assertThat(text())
                .contains(
                        "Objet, du 1er mars 2026 au 3 mars 2026, comparé à la période du 1er février 2026 au 3 février")
                .contains("comparé à la période du 1er mars 2025 au 3 mars 2025")
                .containsOnlyOnce("au 3 mars 20263 mars");
    }

    @Test
    void showsHowFarAFileIsAndThenOffersIt() {
        UI.getCurrent().navigate("console/statistiques", QueryParameters.of("par", "REGION"));
        test($view(Button.class).withText("Exporter en CSV").single()).click();
        assertThat($view(ProgressBar.class).exists()).isFalse();
        jdbc.sql("update statistics_export set status = 'RUNNING', rows_expected = 2000, rows_written = 500")
                .update();
        poll();
        assertThat(text())
                .contains("500 lignes écrites sur 2\u202f000 (25\u00a0%)")
                .doesNotContain("En attente");
        ProgressBar progress = $view(ProgressBar.class).single();
        assertThat(progress.getValue()).isEqualTo(25);
        assertThat(progress.getElement().getAttribute("aria-label")).startsWith("Avancement de rappel-repartition");
        assertThat($view(Anchor.class).withText("Télécharger").exists()).isFalse();
        assertThat(UI.getCurrent().getPollInterval()).isPositive();
        jdbc.sql("update statistics_export set status = 'DONE', rows_written = 2000, finished_at = requested_at")
                .update();
        poll();
        assertThat(text()).contains("Prêt", ".csv est prêt.");
        assertThat($view(ProgressBar.class).exists()).isFalse();
        assertThat($view(Anchor.class).withText("Télécharger").exists()).isTrue();
        assertThat(UI.getCurrent().getPollInterval()).isNegative();
    }

    /** Else the keyboard would lose its place in the list each second. */
    @Test
    void leavesTheOtherLinesAloneWhileAFileIsWritten() {
        UI.getCurrent().navigate("console/statistiques", QueryParameters.of("par", "REGION"));
        Button csv = $view(Button.class).withText("Exporter en CSV").single();
        csv.click();
        csv.click();
        jdbc.sql("update statistics_export set status = 'DONE', finished_at = requested_at")
                .update();
        jdbc.sql("""
                        update statistics_export set status = 'RUNNING', finished_at = null, rows_expected = 100
                         where id = (select max(id) from statistics_export)""").update();
        poll();
        Anchor download = $view(Anchor.class).withText("Télécharger").single();
        jdbc.sql("update statistics_export set rows_written = 50 where status = 'RUNNING'")
                .update();
        poll();
        assertThat(text()).contains("50 lignes écrites sur 100");
        assertThat($view(Anchor.class).withText("Télécharger").single()).isSameAs(download);
        jdbc.sql("update statistics_export set status = 'DONE', finished_at = requested_at where status = 'RUNNING'")
                .update();
        poll();
        assertThat($view(Anchor.class).withText("Télécharger").all()).hasSize(2).contains(download);
    }

    private static void poll() {
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
    }

    @Test
    void leadsToTheOlderFiles() {
        UI.getCurrent().navigate("console/statistiques", QueryParameters.of("par", "REGION"));
        test($view(Button.class).withText("Exporter en XLSX").single()).click();
        assertThat($view(Button.class).withText("Plus anciens").exists()).isFalse();
        UI.getCurrent().navigate("console/statistiques", QueryParameters.of("par", "REGION"));
        Button csv = $view(Button.class).withText("Exporter en CSV").single();
        for (int i = 0; i < 50; i++) {
            csv.click();
        }
        poll();
        assertThat(text()).contains(".csv").doesNotContain(".xlsx");
        test($view(Button.class).withText("Plus anciens").single()).click();
        assertThat(text()).contains(".xlsx").doesNotContain(".csv");
        test($view(Button.class).withText("Plus récents").single()).click();
        assertThat(text()).contains(".csv").doesNotContain(".xlsx");
    }

    @Test
    void saysOnAnyPageThatAFileIsReadyToWhoeverAskedForIt() {
        UI.getCurrent().navigate("console/statistiques");
        announce("bruno");
        announce("claire");
        Notification news = $(Notification.class).single();
        assertThat(news.getElement().getTextRecursively()).contains("export.csv est prêt.");
        UI.getCurrent().navigate("console/exports");
        announce("claire");
        assertThat($(Notification.class).all()).hasSize(1);
    }

    private void announce(String username) {
        events.publishEvent(new Announcement(
                username,
                "statistics.ExportsView.news.DONE",
                "export.csv",
                "console/exports",
                "statistics.StatisticsView.exports"));
        roundTrip();
    }

    @Test
    void asksAgainForAFileThatFailed() {
        UI.getCurrent().navigate("console/statistiques", QueryParameters.of("par", "REGION"));
        test($view(Button.class).withText("Exporter en CSV").single()).click();
        assertThat($view(Button.class).withText("Demander à nouveau").exists()).isFalse();
        jdbc.sql("update statistics_export set status = 'FAILED', finished_at = requested_at")
                .update();
        UI.getCurrent().navigate("console");
        UI.getCurrent().navigate("console/exports");
        assertThat(text()).contains("Échec").doesNotContain("En attente");
        test($view(Button.class).withText("Demander à nouveau").single()).click();
        assertThat(text()).contains("Échec", "En attente");
        assertThat(jdbc.sql("select count(*) from statistics_export where status = 'WAITING' and dimension = 'REGION'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void staysClosedToAgents() {
        for (String path : new String[] {"console/mur", "console/exports", "console/rapports"}) {
            UI.getCurrent().navigate(path);
            assertThat(text()).contains("Accès réservé");
        }
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void showsAgentsWhatTheyDidThemselves() {
        var reference = data.waiting(TestClock.OPEN_TUESDAY);
        data.fact("CALL_STARTED", reference, TestClock.OPEN_TUESDAY.minusSeconds(120));
        data.fact("CALL_ENDED", reference, TestClock.OPEN_TUESDAY.minusSeconds(60));
        jdbc.sql("update callback_fact set actor = 'bruno', outcome = 'RESOLVED' where kind = 'CALL_ENDED'")
                .update();
        jdbc.sql("update callback_fact set actor = 'bruno' where kind = 'CALL_STARTED'")
                .update();
        UI.getCurrent().navigate("console/mes-chiffres");
        assertThat(text()).contains("Appels terminés0aucun appel0aucun appel0aucun appel");
        jdbc.sql("update callback_fact set actor = 'amelie'").update();
        UI.getCurrent().navigate("console");
        UI.getCurrent().navigate("console/mes-chiffres");
        assertThat(text())
                .contains("Appels terminés1sur 1 appel1sur 1 appel1sur 1 appelDéfinition")
                .contains("Temps de traitement–aucune clôture après appel")
                .contains("Une issue annulée aussitôt ne compte pas.");
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void opensTheirOwnRowsWhateverNameStandsInTheAddress() {
        FourLives.happen(data, jdbc);
        UI.getCurrent().navigate("console/mes-chiffres");
        String rows = $view(Anchor.class).all().stream()
                .filter(anchor -> anchor.getAriaLabel()
                        .filter("2 Appels terminés, Aujourd’hui\u00a0: voir les lignes"::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .getHref();
        assertThat(rows).isEqualTo("console/mes-chiffres/demandes?du=2026-03-03&au=2026-03-03&mesure=CALL");
        for (String name : List.of("", "&par=AGENT&valeur=bruno", "&agent=bruno", "&mesure=OPEN")) {
            open(rows + name);
            assertThat(text())
                    .contains("Appels terminés, du 3 mars 2026", "amelie")
                    .doesNotContain("bruno");
            assertThat(requests()).hasSize(2);
        }
        open("console/mes-chiffres/demandes?mesure=OPEN&du=x&apres=2026-03-02_%00");
        assertThat(text()).contains("Appels terminés, du 1er mars 2026").doesNotContain("bruno");
        assertThat(requests()).hasSize(2);
        open("console/statistiques/demandes?du=2026-03-03&au=2026-03-03&mesure=CALL&par=AGENT&valeur=amelie");
        assertThat(text()).contains("Accès réservé");
    }

    private List<Anchor> requests() {
        return $view(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().startsWith("console/demandes/"))
                .toList();
    }

    private static void open(String address) {
        String[] parts = address.split("\\?", 2);
        UI.getCurrent().navigate(parts[0], QueryParameters.fromString(parts[1]));
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void saysThatFiguresAreBeingCounted() {
        var longAgo = TestClock.OPEN_TUESDAY.minus(Duration.ofDays(40));
        data.fact("RECEIVED", data.waiting(longAgo), longAgo);
        UI.getCurrent().navigate("console/mes-chiffres");
        assertThat(text()).contains("Mes chiffres", "en cours de calcul").doesNotContain("Appels terminés");
    }

    private Component tile(String name) {
        return ((Component) getCurrentView())
                .getChildren()
                .flatMap(Component::getChildren)
                .filter(child -> child.getElement().getTextRecursively().startsWith(name))
                .findFirst()
                .orElseThrow();
    }
}
