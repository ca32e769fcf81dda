package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A screen is left on the wall, and the application is started anew. */
class WallRestartIT {

    private static final double PATIENCE_MILLIS = 60_000;

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(folder, "--spring.profiles.active=demo");
        browser = new Browser(application);
    }

    @AfterAll
    static void stop() {
        browser.close();
        application.close();
    }

    @Test
    void theScreenAsksForTheLogInByItselfAndIsBackOnTheWall() {
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
}
