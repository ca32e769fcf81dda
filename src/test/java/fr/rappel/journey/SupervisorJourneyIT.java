package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import fr.rappel.shared.SpokenReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A supervisor follows a figure down to its requests, takes them along as a file, prints the page and watches the wall. */
class SupervisorJourneyIT {

    /** An A4 sheet between the margins of the style sheet, in pixels of CSS. */
    private static final int SHEET_WIDTH = 718;

    /** Until a page finds out by itself that the application is back. */
    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                folder,
                "--spring.profiles.active=demo",
                "--rappel.statistics.live-for=0s",
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
    void aFigureLeadsToItsRequestsAndToAFile() throws Exception {
        String reference = ask("Suivie");
        Page supervisor = browser.signedIn("superviseur", 1280, ColorScheme.LIGHT);
        supervisor.navigate("/console/statistiques");
        supervisor.getByText("Aujourd’hui").first().click();
        supervisor.waitForURL("**/console/statistiques?*du=*");
        Locator card = supervisor
                .locator(".figure")
                .filter(new Locator.FilterOptions().setHasText("Demandes reçues"))
                .first();
        card.getByText("Définition").click();
        assertThat(card.locator(".definition p")).isVisible();
        String shown = card.locator(".figure-value").textContent();
        supervisor
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir les lignes : Demandes reçues"))
                .press("Enter");
        supervisor.waitForURL("**/console/statistiques/demandes?*");
        Locator rows = supervisor.locator(".figure-table tbody tr");
        assertThat(rows).hasCount(Integer.parseInt(shown));
        assertThat(rows.first()).containsText(SpokenReference.of(reference));

        button(supervisor, "Exporter en CSV").press("Enter");
        Download file = supervisor.waitForDownload(() -> supervisor
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Télécharger"))
                .first()
                .press("Enter"));
        assertThat(file.suggestedFilename())
                .startsWith("rappel-demandes-recues-")
                .endsWith(".csv");
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(Integer.parseInt(shown) + 1);
        assertThat(lines)
                .filteredOn(line -> line.contains(SpokenReference.of(reference)))
                .hasSize(1);

        try (var files = Files.newDirectoryStream(folder.resolve("data/exports"), "*.csv")) {
            for (Path written : files) {
                Files.delete(written);
            }
        }
        assertThat(supervisor.request().get(file.url()).status())
                .as("answer to whoever comes too late")
                .isEqualTo(410);
    }

    @Test
    void chartsArePrintedInLightColoursAndNoWiderThanASheet() throws Exception {
        ask("Dessinée");
        Page supervisor = browser.signedIn("superviseur", 1920, ColorScheme.DARK);
        supervisor.navigate("/console/statistiques?par=REGION");
        Locator picture = supervisor.locator("rappel-chart svg").first();
        Locator name = picture.locator("text").first();
        assertThat(picture).hasAttribute("width", Pattern.compile("1\\d\\d\\d"));
        String onScreen = name.getAttribute("fill");
        supervisor.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertThat(picture).hasAttribute("width", String.valueOf(SHEET_WIDTH));
        assertThat(name).not().hasAttribute("fill", onScreen);
        supervisor.evaluate("dispatchEvent(new Event('afterprint'))");
        assertThat(picture).hasAttribute("width", Pattern.compile("1\\d\\d\\d"));
        assertThat(name).hasAttribute("fill", onScreen);
    }

    @Test
    void aPageOpenedByItsAddressLooksAsWhenOneCameByALinkAndFitsOnPaper() throws Exception {
        ask("Imprimée");
        Page supervisor = browser.signedIn("superviseur", 1280, ColorScheme.LIGHT);
        supervisor.navigate("/console/statistiques?par=REGION");
        Locator number = supervisor.locator(".breakdown .data-table tbody td").nth(1);
        number.waitFor();
        assertThat(number).hasCSS("text-align", "end");

        supervisor.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        supervisor.setViewportSize(SHEET_WIDTH, 1000);
        assertThat(supervisor.locator(".period-bar")).isHidden();
        assertThat((Integer) supervisor.evaluate("document.documentElement.scrollWidth"))
                .as("width of the printed page")
                .isLessThanOrEqualTo(SHEET_WIDTH);
        Object cut = supervisor.evaluate("""
                () => [...document.querySelectorAll('.breakdown td, .breakdown th')]
                  .filter(cell => cell.getClientRects().length && cell.getBoundingClientRect().right > innerWidth).length""");
        assertThat(cut).as("cells cut off at the edge of the sheet").isEqualTo(0);
        assertThat(supervisor.getByText("Voir les lignes").first()).isAttached();
        assertThat(supervisor.getByText("Voir les lignes").locator("visible=true"))
                .hasCount(0);

        supervisor.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        supervisor.setViewportSize(390, 844);
        assertThat(number).hasCSS("display", "grid");
        assertThat(number).hasAttribute("role", "cell");
        assertThat(supervisor.locator(".heat-map td").first()).hasCSS("display", "table-cell");
    }

    @Test
    void theKeyboardKeepsItsPlaceAndTheCalendarSpeaksFrench() throws Exception {
        ask("Clavier");
        Page supervisor = browser.signedIn("superviseur", 1280, ColorScheme.LIGHT);
        supervisor.navigate("/console/statistiques?par=TOPIC");
        Locator by = supervisor.locator(".breakdown vaadin-select");
        by.locator("vaadin-select-value-button").press("Enter");
        supervisor
                .locator("vaadin-select-list-box vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText("Région"))
                .press("Enter");
        supervisor.waitForURL("**par=REGION**");
        assertThat(supervisor.locator(".breakdown .data-table")).containsText("Guyane");
        assertThat(by.locator("vaadin-select-value-button")).isFocused();

        supervisor.locator("vaadin-date-picker [part~='toggle-button']").first().click();
        Locator calendar =
                supervisor.locator("vaadin-date-picker-overlay-content").first();
        assertThat(calendar).containsText("Aujourd’hui");
        assertThat(calendar.locator("[part='weekday']:visible").first()).hasText("lun.");
    }

    @Test
    void theWallChangesByItselfWhenSomebodyWrites() throws Exception {
        Page wall = browser.signedIn("superviseur", 1920, ColorScheme.DARK);
        wall.navigate("/console/mur");
        Locator waiting = wall.locator(".wall-tile")
                .filter(new Locator.FilterOptions().setHasText("En attente"))
                .locator(".wall-value");
        assertThat(waiting).hasText(java.util.regex.Pattern.compile("\\d+"));
        waiting.evaluate("tile => tile.dataset.same = 'yes'");
        int before = Integer.parseInt(waiting.textContent());
        ask("Visible");
        assertThat(waiting).hasText(String.valueOf(before + 1));
        assertThat(waiting).hasAttribute("data-same", "yes");
    }

    @Test
    void theWallAsksForTheLogInByItselfAfterARestartAndIsBackOnceSomebodySignsIn() {
        Page wall = browser.signedIn("superviseur", 1920, ColorScheme.DARK);
        wall.navigate("/console/mur");
        assertThat(wall.locator(".wall-tile").first()).containsText("En attente");
        application.kill();
        application.start();
        wall.waitForURL("**/connexion", new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
        Browser.signIn(wall, "superviseur");
        wall.waitForURL("**/console/mur*");
        assertThat(wall.locator(".wall-tile").first()).containsText("En attente");
    }

    @Test
    void theWallSaysAlsoInFullScreenThatNothingArrivesAnyMore() {
        Page wall = browser.signedIn("superviseur", 1920, ColorScheme.LIGHT);
        wall.navigate("/console/mur");
        Locator stale = wall.getByText("Chiffres interrompus");
        button(wall, "Plein écran").click();
        assertThat(button(wall, "Plein écran")).isHidden();
        wall.locator(".wall-definitions summary").click();
        assertThat(wall.getByText("Demandes dont le tour est venu")).isVisible();
        assertThat(stale).isHidden();
        // The styles' own clock: three rounds of the feed go by.
        stale.evaluate("sign => sign.getAnimations().forEach(animation => animation.currentTime = 46_000)");
        assertThat(stale).isVisible();
    }

    private static String ask(String lastName) throws Exception {
        return JsonPath.read(
                application
                        .post("/api/v1/callback-requests", Submissions.valid(lastName))
                        .body(),
                "$.reference");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
