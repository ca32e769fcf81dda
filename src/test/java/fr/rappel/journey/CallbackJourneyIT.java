package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job: a visitor finds no answer and asks to be called back; an agent calls and closes the request. */
class CallbackJourneyIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                folder,
                "--spring.profiles.active=demo",
                "--rappel.intake.minimum-fill-time=0s",
                RunningApplication.alwaysOpen(folder),
                RunningApplication.NO_HOLIDAYS);
        browser = new Browser(application);
    }

    @AfterAll
    static void stop() {
        browser.close();
        application.close();
    }

    @Test
    void visitorAsksAndAgentCallsAndCloses() {
        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Toutes"))
                .click();
        String reference = visitorAsks("Vasseur");

        // The list shows the new request without a reload.
        Locator row = agent.locator("rappel-work-table tr[data-reference='" + reference + "']");
        assertThat(row).containsText("Vasseur Zoé");
        row.getByRole(AriaRole.LINK).focus();
        agent.keyboard().press("t");
        agent.waitForURL("**/console/demandes/" + reference);
        assertThat(agent.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Zoé Vasseur")))
                .isVisible();
        assertThat(agent.locator(".message")).hasText(CallbackForm.MESSAGE);
        agent.keyboard().press("c");
        assertThat(agent.getByText("Appel n° 1 en cours")).isVisible();
        agent.keyboard().press("1");
        assertThat(agent.locator(".caller-line .state")).hasText("Joint et résolu");
        assertThat(agent.locator(".timeline")).containsText("Close");
        agent.goBack();
        assertThat(agent.locator(".chip[aria-pressed=true]")).containsText("Toutes");
    }

    @Test
    void anAgentNeedsNothingButTheKeyboard() {
        Page agent = browser.signedIn("agent2", 1280, ColorScheme.DARK);
        assertThat(agent.locator("rappel-work-table tbody tr").first()).isVisible();
        agent.keyboard().press("n");
        agent.waitForURL("**/console/demandes/**");
        String first = agent.url();
        assertThat(agent.getByText("Commencer l’appel")).isVisible();
        agent.keyboard().press("c");
        assertThat(agent.getByText("Appel n° 1 en cours")).isVisible();
        agent.keyboard().press("0");
        assertThat(agent.locator(".caller-line .state")).hasText("Indésirable");

        // The wrong key: back to the call, then the right one, a moment proposed and confirmed.
        agent.keyboard().press("z");
        assertThat(agent.getByText("Appel n° 1 en cours")).isVisible();
        agent.keyboard().press("7");
        assertThat(agent.locator("#postpone-moment")).isFocused();
        agent.keyboard().press("Enter");
        assertThat(agent.locator(".caller-line .state")).hasText("Programmée");

        agent.keyboard().press("n");
        agent.waitForURL(url -> url.contains("/console/demandes/") && !url.equals(first));
        assertThat(agent.getByText("Commencer l’appel")).isVisible();
        agent.keyboard().press("r");
        assertThat(agent.locator(".caller-line .state")).hasText("À rappeler");
        agent.keyboard().press("u");
        agent.waitForURL("**/console");
        agent.keyboard().press("/");
        assertThat(agent.getByLabel("Référence, nom, SIRET ou téléphone")).isFocused();
    }

    @Test
    void twoAgentsWantTheSameRequest() {
        String reference = visitorAsks("Duval");
        Page first = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        Page second = browser.signedIn("agent2", 1280, ColorScheme.LIGHT);
        first.navigate("/console/demandes/" + reference);
        second.navigate("/console/demandes/" + reference);
        first.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendre en charge"))
                .click();

        // The other agent is told without doing anything.
        assertThat(second.getByText("Prise en charge par Amélie Martin.")).isVisible();
        assertThat(second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendre en charge")))
                .hasCount(0);
    }

    @Test
    void errorsAreToldAtTheFieldsAndInASummaryThatTakesTheFocus() {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        visitor.navigate("/rappel");
        visitor.getByLabel("SIRET").fill("552 081 317 66523");
        visitor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Demander à être rappelé"))
                .click();
        Locator summary = visitor.locator(".error-summary");
        assertThat(summary).containsText("11 champs sont à corriger");
        assertThat(summary).isFocused();
        assertThat(visitor.getByLabel("SIRET")).hasValue("552 081 317 66523");
    }

    @Test
    void reloadingAfterSendingStoresNothingTwice() {
        Page visitor = browser.visitor(360, ColorScheme.DARK);
        String reference = fillAndSend(visitor, "Lambert");
        visitor.reload();
        assertThat(visitor.locator("#reference")).hasText(spaced(reference));
    }

    private static String visitorAsks(String lastName) {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        visitor.navigate("/");
        visitor.getByRole(AriaRole.SEARCHBOX).fill("xylophone baroque");
        visitor.keyboard().press("Enter");
        visitor.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("rappelé"))
                .first()
                .click();
        return fillAndSend(visitor, lastName);
    }

    private static String fillAndSend(Page visitor, String lastName) {
        CallbackForm form = new CallbackForm(visitor);
        form.fill(lastName);
        form.send();
        Locator shown = visitor.locator("#reference");
        assertThat(shown).isVisible();
        String reference = shown.textContent().replaceAll("\\s|\u00A0", "");
        assertThat(reference).matches("[2-9A-Z]{8}");
        return reference;
    }

    private static String spaced(String reference) {
        return reference.substring(0, 4) + "\u00A0" + reference.substring(4);
    }
}
