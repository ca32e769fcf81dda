package fr.rappel.desk.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class WorkListViewTest extends SpringBrowserlessTest {

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
    }

    @Test
    void showsWhoWaitsOldestFirst() {
        var younger = data.waiting(clock.instant().minusSeconds(60));
        var older = data.waiting(clock.instant().minusSeconds(120));
        navigate(WorkListView.class);
        assertThat(rows().findValuesAsString("reference")).containsExactly(older, younger);
        assertThat(rows().get(0).get("canTake").asBoolean()).isTrue();
        assertThat($(Button.class).withText("À rappeler 2").exists()).isTrue();
    }

    @Test
    void showsHostileNamesAsText() {
        String name = "<img src=x onerror=alert(1)>";
        data.request(clock.instant(), Map.of("last_name", name));
        navigate(WorkListView.class);
        assertThat(rows().get(0).get("name").asString()).contains(name);
    }

    @Test
    void saysThatNobodyWaits() {
        navigate(WorkListView.class);
        assertThat(rows()).isEmpty();
        assertThat($view(com.vaadin.flow.component.html.Paragraph.class)
                        .withClassName("empty")
                        .single()
                        .getText())
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
        assertThat(rows().findValuesAsString("reference")).isEqualTo(references.subList(50, 60));
        test($(Button.class).withText("Page précédente").single()).click();
        assertThat(rows().findValuesAsString("reference")).isEqualTo(references.subList(0, 50));
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

    private Button next() {
        return $(Button.class).withText("Prendre la suivante").single();
    }

    private JsonNode rows() {
        return (JsonNode) $view(WorkTable.class).single().getElement().getPropertyRaw("rows");
    }

    /** What the table in the browser sends when somebody presses the button of a row. */
    private void take(String reference) {
        var element = $view(WorkTable.class).single().getElement();
        var details = JsonMapper.shared().createObjectNode().put("event.detail.reference", reference);
        element.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(element, "row-take", details));
        roundTrip();
    }
}
