package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.QueryParameters;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** "Actualiser", on the call sheet and on a dossier's page, of an installation that has a live source. */
@DatabaseTest
@ViewPackages(packages = {"fr.rappel.desk.ui", "fr.rappel.dossier.ui", "fr.rappel.shell"})
@WithMockUser(username = "amelie", roles = "AGENT")
class LiveRefreshOnScreenTest extends SpringBrowserlessTest {

    private static final String COMPANY = """
            {"companies": [{"siret": "09990000300015", "raison_sociale": "%s", "etat_entreprise": "A", "siege": "oui",
              "etat_etablissement": "A"}],
             "dossiers": [{"numero": "D-1", "type": "PRO_A", "siret_employeur": "09990000300015", "beneficiaire": "Zoé",
              "statut": "%s", "statut_le": "2026-03-01"}]}""";

    private static final SourceStub SOURCE = new SourceStub();

    @Autowired
    private CircuitBreaker breaker;

    @Autowired
    private LiveCopy live;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestData data;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @DynamicPropertySource
    static void source(DynamicPropertyRegistry properties) {
        properties.add("rappel.dossier.source.url", SOURCE::url);
        properties.add("rappel.dossier.source.failures", () -> "2");
    }

    @AfterAll
    static void stop() {
        SOURCE.stop();
    }

    @BeforeEach
    void oneCompany() {
        UI.getCurrent().setLocale(Locale.FRENCH);
        clock.set(TestClock.OPEN_TUESDAY);
        data.clear();
        jdbc.sql("delete from dossier_reading").update();
        new CopyTables(jdbc).clear();
        breaker.reset();
        data.account(Person.agent("amelie"));
        reference = data.request(
                clock.instant(),
                Map.of(
                        "siret",
                        "09990000300015",
                        "siren",
                        "099900003",
                        "status",
                        "TAKEN",
                        "taken_by",
                        "amelie",
                        "taken_at",
                        clock.instant()));
        SOURCE.answers(200, COMPANY.formatted("Avant", "TRANSMIS"));
        Person.agent("amelie").does(() -> live.company("099900003"));
    }

    @Test
    void theCallSheetShowsWhatTheSourceSaysNow() {
        navigate("console/demandes/" + reference);
        assertThat(text()).contains("Avant");
        SOURCE.answers(200, COMPANY.formatted("Après", "TRANSMIS"));
        refresh();
        assertThat(text()).contains("Après").doesNotContain("Avant");
        assertThat(told()).isEqualTo("Données à jour.");
        assertThat(button().isEnabled()).isTrue();
    }

    @Test
    void theDossierShowsWhatTheSourceSaysNow() {
        navigate("console/dossiers?numero=D-1&motif=MAIL");
        assertThat(text()).contains("Transmis");
        SOURCE.answers(200, COMPANY.formatted("Avant", "ENGAGE"));
        refresh();
        assertThat(text()).contains("Accordé");
    }

    @Test
    void saysInPlainWordsThatTheSourceIsAwayAndKeepsWhatIsKnown() {
        navigate("console/dossiers?numero=D-1&motif=MAIL");
        SOURCE.answers(500, "{}");
        refresh();
        assertThat(told()).startsWith("Le système d’information ne répond pas");
        refresh();
        refresh();
        assertThat(told()).contains("plusieurs fois de suite");
        breaker.reset();
        SOURCE.answers(404, "{}");
        refresh();
        assertThat(told()).isEqualTo("Le système d’information ne connaît pas cet élément.");
        SOURCE.answers(200, "<html>");
        refresh();
        assertThat(told()).contains("ne peut pas être lue");
        assertThat(text()).contains("Zoé", "Transmis");
    }

    private void refresh() {
        test(button()).click();
    }

    private Button button() {
        return find(Button.class).withText("Actualiser").single();
    }

    private String told() {
        return test(find(Notification.class).all().getLast()).getText();
    }

    private static void navigate(String address) {
        String[] parts = address.split("\\?");
        UI.getCurrent()
                .navigate(parts[0], parts.length == 1 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    private String text() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }
}
