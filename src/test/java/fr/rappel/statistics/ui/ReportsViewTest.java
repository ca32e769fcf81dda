package fr.rappel.statistics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.statistics.ReportCadence;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithMockUser;

/** Who gets reports, as supervisors manage it. */
@ViewPackages(packages = {"fr.rappel.statistics.ui", "fr.rappel.shell"})
class ReportsViewTest extends AsSupervisor {

    @Test
    void isReachedFromFiguresAndExports() {
        for (String path : List.of("console/statistiques", "console/exports")) {
            UI.getCurrent().navigate(path);
            assertThat($view(Anchor.class).all()).extracting(Anchor::getHref).contains("console/rapports");
        }
    }

    @Test
    void saysThatNobodyGetsAnyAndThatThereIsNoServer() {
        navigate(ReportsView.class);
        assertThat(text()).contains("Personne ne reçoit de rapport", "Aucun serveur de messagerie");
        assertThat($view(DataTable.class).all()).isEmpty();
    }

    @Test
    void addsAnAddressAndSaysWhatLeavesWhen() {
        navigate(ReportsView.class);
        add("direction@exemple.fr", ReportCadence.WEEK);
        assertThat(lines())
                .containsExactly("direction@exemple.fr" + "Chaque semaine" + "lundi 9 mars, rapport du 2 au 8 mars 2026"
                        + "le 3 mars 2026, par Nom de claire" + "Retirer…");
        assertThat(address().getValue()).isEmpty();
        assertThat(address().isInvalid()).isFalse();
        add("direction@exemple.fr", ReportCadence.QUARTER);
        assertThat(lines().getLast()).contains("mercredi 1er avril, rapport du 1er janvier au 31 mars 2026");
    }

    @Test
    void refusesAtTheFieldAndKeepsWhatWasTyped() {
        navigate(ReportsView.class);
        add("pas une adresse", ReportCadence.WEEK);
        assertThat(address().isInvalid()).isTrue();
        assertThat(address().getErrorMessage()).contains("prenom.nom@exemple.fr");
        assertThat(address().getValue()).isEqualTo("pas une adresse");
        add("zoe@exemple.fr", ReportCadence.MONTH);
        add("zoe@exemple.fr", ReportCadence.MONTH);
        assertThat(address().getErrorMessage()).contains("reçoit déjà ce rapport");
        assertThat(lines()).hasSize(1);
    }

    @Test
    void removesAfterOneQuestion() {
        navigate(ReportsView.class);
        add("zoe@exemple.fr", ReportCadence.MONTH);
        click("Retirer…");
        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(asked ->
                        asked.startsWith("«\u00A0Rapport mensuel\u00A0»\u00A0: zoe@exemple.fr ne le recevra plus"));
        click("Ne rien changer");
        assertThat(lines()).hasSize(1);
        click("Retirer…");
        click("Retirer l’adresse");
        assertThat(text()).contains("Personne ne reçoit de rapport");
        assertThat(data.count("statistics_report_subscription")).isZero();
    }

    @Test
    void showsWhatBecameOfTheLastReport() {
        navigate(ReportsView.class);
        add("zoe@exemple.fr", ReportCadence.WEEK);
        message("WAITING");
        navigate(ReportsView.class);
        assertThat(lines().getFirst()).contains("À envoyerrapport du 23 février au 1er mars 2026");
        message("RETURNED");
        UI.getCurrent().navigate("console/exports");
        navigate(ReportsView.class);
        assertThat(lines().getFirst()).contains("Adresse en échec");
        clock.setParis("2026-03-10T10:00");
        UI.getCurrent().navigate("console/exports");
        navigate(ReportsView.class);
        assertThat(lines().getFirst()).contains("dès que les chiffres sont comptés, rapport du 2 au 8 mars 2026");
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void staysClosedToAgents() {
        UI.getCurrent().navigate("console/rapports");
        assertThat(text()).contains("Accès réservé").doesNotContain("Adresse e-mail");
    }

    @Test
    @WithMockUser(
            username = "alix",
            roles = {"AGENT", "SUPERVISOR", "ADMIN"})
    void isOpenToAdministrators() {
        navigate(ReportsView.class);
        add("zoe@exemple.fr", ReportCadence.MONTH);
        assertThat(lines()).singleElement().asString().contains("par alix");
    }

    private void message(String state) {
        jdbc.sql("delete from mail_message").update();
        jdbc.sql("""
                        insert into mail_message (kind, recipient, recipient_key, message_id, happened_at,
                            calendar_sequence, state, attempts, created_at, queued_at, send_after, sent_at, subject)
                        values ('REPORT', 'zoe@exemple.fr', 'zoe@exemple.fr', '<r@exemple.fr>', :now, 0, :state, 0,
                            :now, :now, :now, :now, 'Rapport')""")
                .param("state", state)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("update statistics_report_subscription set message_id = (select id from mail_message)")
                .update();
    }

    private void add(String typed, ReportCadence chosen) {
        address().setValue(typed);
        cadence().setValue(chosen);
        click("Inscrire cette adresse");
    }

    private TextField address() {
        return $view(TextField.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<ReportCadence> cadence() {
        return (Select<ReportCadence>) $view(Select.class).single();
    }

    private List<String> lines() {
        return $view(DataTable.class).single().getBody().getRows().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).all().getLast()).click();
    }
}
