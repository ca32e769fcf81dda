package fr.rappel.dossier.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.testing.CopyRows;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;

/** What a supervisor sees of what others have read. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.dossier.ui", "fr.rappel.shell"})
@WithMockUser(
        username = "claire",
        roles = {"AGENT", "SUPERVISOR"})
class ReadingsViewTest extends SpringBrowserlessTest {

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
    void twoReaders() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        data.account(Person.supervisor("claire"));
        data.account(Person.agent("amelie"));
        rows = new CopyRows(jdbc, folder).clear();
    }

    @Test
    void tellsWhoReadWhatWhenAndWhy() {
        read("amelie", "DOSSIER", "D-1", "ABCD2345", 0);
        read("bruno", "DOCUMENT", "G-1", "COMPLAINT", 60);
        navigate(ReadingsView.class);
        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).contains("bruno", "Document G-1", "Réclamation", "10\u00A0h\u00A001");
        assertThat(lines().getLast()).contains("Nom de amelie", "Dossier D-1", "Demande ABCD\u00A02345");
        assertThat($view(Anchor.class).withText("Dossier D-1").single().getHref())
                .isEqualTo("console/dossiers?numero=D-1");
    }

    @Test
    void keepsToOneReaderOrOneSubject() {
        read("amelie", "DOSSIER", "D-1", "MAIL", 0);
        read("claire", "COMPANY", "552081317", "MAIL", 60);
        navigate(ReadingsView.class);
        reader().setValue("amelie");
        assertThat(lines()).singleElement().asString().contains("Dossier D-1");
        reader().clear();
        $view(TextField.class).single().setValue(" 552 081 317 ");
        assertThat(lines()).singleElement().asString().contains("Nom de claire");
        reader().setValue("amelie");
        assertThat(text()).contains("Aucune consultation ne répond à ces critères.");
    }

    @Test
    void knowsASubjectInAnyUsualWriting() {
        rows.dossier("TRANSMIS", Map.of());
        read("amelie", "DOSSIER", CopyRows.DOSSIER, "MAIL", 0);
        read("amelie", "COMPANY", "552081317", "MAIL", 60);
        read("amelie", "DOSSIER", "D-GONE", "MAIL", 120);
        navigate(ReadingsView.class);
        var subject = $view(TextField.class).single();
        subject.setValue("d 2026/1");
        assertThat(lines()).singleElement().asString().contains("Dossier D-2026-1");
        subject.setValue("552 081 317 66522");
        assertThat(lines()).singleElement().asString().contains("552\u00A0081\u00A0317");
        subject.setValue("D-GONE");
        assertThat(lines())
                .as("no longer in the copy")
                .singleElement()
                .asString()
                .contains("Dossier D-GONE");
    }

    @Test
    void leadsBackToAnAccountAndFindsItByItsAddress() {
        read("amelie", "ACCOUNT", "zoe@exemple.fr", "MAIL", 0);
        read("amelie", "DOSSIER", "D-1", "MAIL", 60);
        navigate(ReadingsView.class);
        assertThat($view(Anchor.class)
                        .withText("Compte zoe@exemple.fr")
                        .single()
                        .getHref())
                .isEqualTo("console/comptes?numero=zoe%40exemple.fr");
        $view(TextField.class).single().setValue("Zoe@Exemple.fr ");
        assertThat(lines()).singleElement().asString().contains("Compte zoe@exemple.fr");
    }

    @Test
    void goesOnToOlderOnesAndBack() {
        for (int i = 0; i < 120; i++) {
            read("amelie", "DOSSIER", "D-" + i, "MAIL", i * 60L);
        }
        navigate(ReadingsView.class);
        assertThat(lines()).hasSize(50);
        assertThat($view(Button.class).withText("Plus récentes").exists()).isFalse();
        click("Plus anciennes");
        click("Plus anciennes");
        assertThat(lines()).hasSize(20);
        assertThat(lines().getLast()).contains("Dossier D-0");
        assertThat($view(Button.class).withText("Plus anciennes").exists()).isFalse();
        click("Plus récentes");
        click("Plus récentes");
        assertThat(lines().getFirst()).contains("Dossier D-119");
    }

    @Test
    void saysThatNobodyHasReadAnything() {
        navigate(ReadingsView.class);
        assertThat(text()).contains("Personne n’a encore consulté de dossier.");
    }

    @Test
    @WithMockUser(username = "amelie", roles = "AGENT")
    void staysClosedToAgents() {
        read("amelie", "DOSSIER", "D-1", "MAIL", 0);
        UI.getCurrent().navigate("console/consultations");
        assertThat(text()).contains("Accès réservé").doesNotContain("D-1");
    }

    private void read(String reader, String subject, String id, String purpose, long seconds) {
        Instant at = TestClock.OPEN_TUESDAY.plusSeconds(seconds);
        clock.set(at);
        rows.insert(
                "reading",
                Map.of(
                        "reader",
                        reader,
                        "subject",
                        subject,
                        "subject_id",
                        id,
                        "in_request",
                        purpose.equals("ABCD2345"),
                        "purpose",
                        purpose,
                        "read_at",
                        at,
                        "minute_no",
                        at.getEpochSecond() / 60));
    }

    private List<String> lines() {
        return $view(DataTable.class).single().getBody().getRows().stream()
                .map(row -> row.getElement().getTextRecursively())
                .toList();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> reader() {
        return $view(ComboBox.class).single();
    }

    private void click(String text) {
        test($view(Button.class).withText(text).single()).click();
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
