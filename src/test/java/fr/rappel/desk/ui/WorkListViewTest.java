package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.callback.CompanySize;
import fr.rappel.callback.ListOrder;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class WorkListViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private ReferenceLists lists;

    @BeforeEach
    void twoAgents() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.agent("amelie"));
        data.account(Person.agent("bruno"));
    }

    @Test
    void showsWhoWaitsOldestFirst() {
        var younger = data.waiting(clock.instant().minusSeconds(60));
        var older = data.waiting(clock.instant().minusSeconds(120));
        navigate(WorkListView.class);
        assertThat(references()).containsExactly(older, younger);
        assertThat(rows().getFirst().canTake()).isTrue();
        assertThat($(Button.class).withText("À rappeler 2").exists()).isTrue();
    }

    @Test
    void opensAPartByItsAddressAndForgivesAnUnknownOne() {
        Instant days = clock.instant().minus(Duration.ofDays(5));
        var late = data.waiting(days);
        data.waiting(clock.instant().minusSeconds(60));
        UI.getCurrent().navigate("console", QueryParameters.of("part", "LATE"));
        assertThat(references()).containsExactly(late);
        Button chip = $(Button.class).withText("Hors délai").single();
        assertThat(chip.getElement().getAttribute("aria-pressed")).isEqualTo("true");
        UI.getCurrent().navigate("console", QueryParameters.of("part", "' or 1=1"));
        assertThat(references()).containsExactly(late);
        test($(Button.class).withText("À rappeler 2").single()).click();
        assertThat(references()).hasSize(2);
    }

    @Test
    void showsHostileNamesAsText() {
        String name = "<img src=x onerror=alert(1)>";
        data.request(clock.instant(), Map.of("last_name", name));
        navigate(WorkListView.class);
        assertThat(rows().getFirst().name()).contains(name);
    }

    @Test
    void saysThatNobodyWaits() {
        navigate(WorkListView.class);
        assertThat(rows()).isEmpty();
        assertThat($view(Paragraph.class).withClassName("empty").single().getText())
                .startsWith("Personne n’attend");
        assertThat(next().isEnabled()).isFalse();
    }

    @Test
    void takesTheNextAndOpensIt() {
        var reference = data.waiting(clock.instant().minusSeconds(60));
        navigate(WorkListView.class);
        test(next()).click();
        assertThat(data.column(reference, "taken_by")).isEqualTo("amelie");
        assertThat(getCurrentView()).isInstanceOf(CallSheetView.class);
    }

    @Test
    void takesARowAndOpensIt() {
        data.waiting(clock.instant().minusSeconds(60));
        var wanted = data.waiting(clock.instant().minusSeconds(30));
        navigate(WorkListView.class);
        take(wanted);
        assertThat(data.column(wanted, "taken_by")).isEqualTo("amelie");
        assertThat(getCurrentView()).isInstanceOf(CallSheetView.class);
    }

    @Test
    void tellsTheLoserByNameWhoHasIt() {
        navigate(WorkListView.class);
        var lost = data.request(
                clock.instant(), Map.of("status", "TAKEN", "taken_by", "bruno", "taken_at", clock.instant()));
        take(lost);
        assertThat(test($(Notification.class).single()).getText())
                .isEqualTo("Cette demande est déjà prise en charge par Nom de bruno.");
        assertThat(getCurrentView()).isInstanceOf(WorkListView.class);
        assertThat(data.column(lost, "taken_by")).isEqualTo("bruno");
    }

    @Test
    void refusesAForgedReferencePolitely() {
        navigate(WorkListView.class);
        take("' or 1=1");
        assertThat($(Notification.class).exists()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(WorkListView.class);
    }

    @Test
    void turnsThePages() {
        var references = data.waiting(60, clock.instant().minusSeconds(1_000));
        navigate(WorkListView.class);
        assertThat(rows()).hasSize(50);
        test($(Button.class).withText("Page suivante").single()).click();
        assertThat(references()).isEqualTo(references.subList(50, 60));
        test($(Button.class).withText("Page précédente").single()).click();
        assertThat(references()).isEqualTo(references.subList(0, 50));
    }

    @Test
    void narrowsByEachFilterAndSaysHowManyAreSet() {
        var kept = data.request(
                clock.instant().minus(Duration.ofDays(4)),
                Map.of(
                        "region_code", "53",
                        "sector_code", "CAFETERIAS",
                        "topic_code", "AUTRE",
                        "company_size", "ELEVEN_OR_MORE"));
        data.waiting(clock.instant().minusSeconds(60));
        navigate(WorkListView.class);
        test($(Button.class).withText("Filtres").single()).click();
        narrows(kept, combo("Région"), lists.region("53").orElseThrow());
        narrows(kept, combo("Secteur"), lists.sector("CAFETERIAS").orElseThrow());
        narrows(kept, select("Objet"), lists.topic("AUTRE").orElseThrow());
        narrows(kept, select("Taille"), CompanySize.ELEVEN_OR_MORE);
        narrows(kept, select("Ancienneté"), WorkFilters.Age.THREE_DAYS);
        assertThat(references()).containsExactly(kept);
        test($(Button.class).withText("Filtres (5)").single()).click();
        test($(Button.class).withText("Effacer les filtres").single()).click();
        assertThat(references()).hasSize(2);
        assertThat($(Button.class).withText("Filtres").exists()).isTrue();
    }

    @Test
    void findsByTextAndSaysWhatToDoWhenNothingFits() {
        var kept = data.request(clock.instant(), Map.of("last_name", "Vasseur", "name_key", "vasseur elodie"));
        data.waiting(clock.instant());
        navigate(WorkListView.class);
        $(TextField.class).single().setValue("vasseur");
        assertThat(references()).containsExactly(kept);
        $(TextField.class).single().setValue("xyz");
        assertThat(emptyText()).startsWith("Aucune demande ne correspond.");
    }

    @Test
    void sortsTheOtherWayRound() {
        var older = data.waiting(clock.instant().minusSeconds(120));
        var younger = data.waiting(clock.instant().minusSeconds(60));
        navigate(WorkListView.class);
        test($(Button.class).withText("Filtres").single()).click();
        this.<ListOrder>select("Ordre").setValue(ListOrder.NEWEST);
        assertThat(references()).containsExactly(younger, older);
    }

    @ParameterizedTest
    @CsvSource({
        "Mes demandes 0, Vous n’avez aucune demande en charge.",
        "Programmées 0, Aucun rappel n’est programmé.",
        "Prises en charge 0, Aucune demande n’est en cours de traitement.",
        "À vérifier 0, Rien à vérifier",
        "Closes, Aucune demande n’est encore close.",
        "Toutes, Aucune demande n’a encore été reçue."
    })
    void everyEmptyPartSaysWhy(String chip, String sentence) {
        navigate(WorkListView.class);
        test($(Button.class).withText(chip).single()).click();
        assertThat(emptyText()).startsWith(sentence);
    }

    @Test
    void isStillFilteredWhenTheAgentComesBack() {
        var closed = data.request(
                clock.instant(), Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", clock.instant()));
        navigate(WorkListView.class);
        test($(Button.class).withText("Closes").single()).click();
        UI.getCurrent().navigate("console/demandes/" + closed);
        navigate(WorkListView.class);
        assertThat(references()).containsExactly(closed);
        assertThat(rows().getFirst().received()).isEmpty();
        assertThat(rows().getFirst().place()).startsWith("reçue aujourd’hui");
    }

    @Test
    void saysOfTodayOnlyTheHour() {
        data.request(clock.instant(), Map.of("due_at", clock.instant().plus(Duration.ofHours(1))));
        data.request(clock.instant(), Map.of("due_at", clock.instant().minus(Duration.ofHours(1))));
        navigate(WorkListView.class);
        assertThat(rows()).extracting(WorkTable.Row::place).containsExactly("avant 11\u00A0h", "en retard de 1\u00A0h");
    }

    @Test
    void keepsTheBoardFromAgents() {
        UI.getCurrent().navigate("console/tableau");
        assertThat(getCurrentView()).isNotInstanceOf(LineBoardView.class);
        assertThat(((Component) getCurrentView()).getElement().getTextRecursively())
                .contains("Accès réservé")
                .doesNotContain("Promesses dépassées");
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void showsTheBoardToSupervisors() {
        data.waiting(3, clock.instant().minusSeconds(60));
        var board = navigate(LineBoardView.class);
        assertThat(board.getElement().getTextRecursively()).contains("En attente3");
    }

    @Test
    void sendsOnlyTheRowsThatTheBrowserDoesNotKnow() {
        var younger = data.waiting(clock.instant().minusSeconds(60));
        var older = data.waiting(clock.instant().minusSeconds(120));
        navigate(WorkListView.class);
        WorkTable table = $view(WorkTable.class).single();
        List<WorkTable.Row> rows = table.rows();
        sent();
        table.show(List.copyOf(rows));
        assertThat(sent()).isEmpty();
        table.show(rows.reversed());
        assertThat(sent()).containsExactly(List.of(younger, older));
        table.getElement().removeFromTree();
        table.show(rows);
        assertThat(sent()).isEmpty();
        UI.getCurrent().getElement().appendChild(table.getElement());
        assertThat(sent()).as("to a browser that has just got the table").containsExactly(rows);
    }

    /** What the table has been told to show since this was asked last. */
    private static List<Object> sent() {
        var internals = UI.getCurrent().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .map(pending -> pending.getInvocation())
                .filter(invocation -> invocation.getExpression().contains("this.show"))
                .map(invocation -> invocation.getParameters().getFirst())
                .toList();
    }

    /** Sets the field, sees one row only, and leaves it set. */
    private <T> void narrows(String kept, HasValue<?, T> field, T value) {
        field.setValue(value);
        assertThat(references()).as(String.valueOf(value)).containsExactly(kept);
    }

    @SuppressWarnings("unchecked")
    private <T> ComboBox<T> combo(String label) {
        return $(ComboBox.class).withLabel(label).single();
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return $(Select.class).withLabel(label).single();
    }

    private List<String> references() {
        return rows().stream().map(WorkTable.Row::reference).toList();
    }

    private String emptyText() {
        return $view(Paragraph.class).withClassName("empty").single().getText();
    }

    private Button next() {
        return $(Button.class).withText("Prendre la suivante").single();
    }

    private List<WorkTable.Row> rows() {
        return $view(WorkTable.class).single().rows();
    }

    /** What the table in the browser sends when somebody presses the button of a row. */
    private void take(String reference) {
        var element = $view(WorkTable.class).single().getElement();
        var details = JsonMapper.shared().createObjectNode().put("event.detail.reference", reference);
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, "row-take", details));
        roundTrip();
    }
}
