package fr.rappel.refresh.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import fr.rappel.refresh.ImportKind;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.testing.CopyRows;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;

/** What an administrator does with files, and what becomes of them. */
@DatabaseTest
@TestPropertySource(properties = "rappel.import.max-size=1KB")
@ViewPackages(packages = {"fr.rappel.refresh.ui", "fr.rappel.shell"})
@WithMockUser(
        username = "root",
        roles = {"AGENT", "SUPERVISOR", "ADMIN"})
class ImportsViewTest extends SpringBrowserlessTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Value("${rappel.data}")
    private Path folder;

    private CopyRows rows;

    @BeforeEach
    void oneAdministrator() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.admin("root"));
        rows = new CopyRows(jdbc, folder).clear();
    }

    @Test
    void takesAFileOfTheChosenKind() {
        navigate(ImportsView.class);
        assertThat(text()).contains("Aucun fichier n’a encore été reçu.");
        assertThat(upload().isEnabled()).isFalse();

        choose(ImportKind.ACCOUNTS);
        assertThat(text()).contains("Colonnes obligatoires", "email", "administrateur");
        test(upload()).upload("comptes.csv", "text/csv", "email;personne\n".getBytes(StandardCharsets.UTF_8));
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("comptes.csv", "Comptes Mon Espace", "par Nom de root", "En attente");
        assertThat(problem()).isEmpty();
        assertThat(UI.getCurrent().getPollInterval())
                .as("looks again while it waits")
                .isEqualTo(1_000);
    }

    @Test
    void refusesWhatIsTooLarge() {
        navigate(ImportsView.class);
        choose(ImportKind.ACCOUNTS);
        test(upload()).upload("comptes.csv", "text/csv", new byte[2_000]);
        assertThat(problem()).startsWith("Ce fichier dépasse");
        assertThat(text()).contains("Aucun fichier n’a encore été reçu.");
    }

    @Test
    void followsARunToItsReport() {
        run(7, "RUNNING", Map.of("next_byte", 50L, "rows_read", 1_234L, "running_slot", 1));
        navigate(ImportsView.class);
        assertThat($view(ProgressBar.class).single().getValue()).isEqualTo(50);
        assertThat(lines().getFirst()).contains("En cours", "50\u00A0%", "1\u202F234");
        assertThat($view(Anchor.class).exists()).isFalse();

        jdbc.sql("update dossier_import_run set status = 'DONE', running_slot = null, rows_refused = 1")
                .update();
        rows.insert(
                "import_refusal",
                Map.of("run_id", 7L, "line", 3L, "field", "=siret", "reason", "INVALID_SIRET", "line_key", "x"));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), false));
        assertThat(lines().getFirst()).contains("Terminé").doesNotContain("En cours");
        assertThat(UI.getCurrent().getPollInterval())
                .as("rests once all is done")
                .isEqualTo(-1);
        var report = new ByteArrayOutputStream();
        test($view(Anchor.class).single()).download(report);
        assertThat(report.toString(StandardCharsets.UTF_8)).contains("3;'=siret;INVALID_SIRET;x;");
    }

    @Test
    void saysThatAFileStaysInTheWatchedFolder() {
        run(9, "DONE", Map.of("left_unchanged_since", TestClock.OPEN_TUESDAY, "rows_stored", 12L));
        navigate(ImportsView.class);
        assertThat(lines().getFirst()).contains("Terminé", "Le fichier n’a pas pu quitter le dossier surveillé", "12");
        assertThat($view(Anchor.class).exists()).as("no line was refused").isFalse();
    }

    @Test
    void saysWhyAWholeFileWasRefused() {
        run(8, "REFUSED", Map.of("fault", "MISSING_COLUMN", "fault_detail", "<b>numero</b>"));
        navigate(ImportsView.class);
        assertThat(lines().getFirst())
                .contains(
                        "Refusé",
                        "Des colonnes obligatoires manquent. Colonnes\u00A0: <b>numero</b>.",
                        "la démonstration");
    }

    @Test
    @WithMockUser(
            username = "claire",
            roles = {"AGENT", "SUPERVISOR"})
    void staysClosedToSupervisors() {
        UI.getCurrent().navigate("console/imports");
        assertThat(text()).contains("Accès réservé").doesNotContain("Importer un fichier");
    }

    private void run(long id, String status, Map<String, ?> columns) {
        Map<String, Object> row = new HashMap<>(Map.of(
                "id",
                id,
                "kind",
                "DOSSIERS",
                "source",
                "DEMO",
                "file_name",
                "dossiers.csv",
                "size_bytes",
                100L,
                "charset",
                "UTF-8",
                "status",
                status,
                "received_at",
                TestClock.OPEN_TUESDAY));
        for (String count : List.of("next_byte", "next_line", "rows_read", "rows_stored", "rows_refused")) {
            row.put(count, 0L);
        }
        row.putAll(columns);
        rows.insert("import_run", row);
    }

    @SuppressWarnings("unchecked")
    private void choose(ImportKind kind) {
        ((Select<ImportKind>) $view(Select.class).single()).setValue(kind);
    }

    private Upload upload() {
        return $view(Upload.class).single();
    }

    private List<String> lines() {
        return $view(DataTable.class).single().getBody().getRows().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    private String problem() {
        return $(Paragraph.class).withClassName("field-problem").all().stream()
                .map(Paragraph::getText)
                .findFirst()
                .orElse("");
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
