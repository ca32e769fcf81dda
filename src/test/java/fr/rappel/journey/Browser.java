package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Real Chromium, in French, at a width and colour scheme. */
final class Browser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright = Playwright.create();
    private final com.microsoft.playwright.Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(executable())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    private final RunningApplication application;

    Browser(RunningApplication application) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.application = application;
    }

    /** A new person's browser: no cookie, nothing stored. */
    Page visitor(int width, ColorScheme scheme) {
        return open(options(width, scheme));
    }

    /** The same, in a browser that runs no script. */
    Page withoutScript(int width) {
        return open(options(width, ColorScheme.LIGHT).setJavaScriptEnabled(false));
    }

    private com.microsoft.playwright.Browser.NewContextOptions options(int width, ColorScheme scheme) {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("fr-FR")
                .setTimezoneId("Europe/Paris")
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setBaseURL(application.uri("").toString());
    }

    private Page open(com.microsoft.playwright.Browser.NewContextOptions options) {
        BrowserContext context = chromium.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    Page signedIn(String username, int width, ColorScheme scheme) {
        Page page = visitor(width, scheme);
        page.navigate("/connexion");
        signIn(page, username);
        page.waitForURL("**/console");
        return page;
    }

    /** At a page that asks for the log-in. */
    static void signIn(Page page, String username) {
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("rappel-demo");
        page.keyboard().press("Enter");
    }

    /**
     * No violation of any rule of axe-core, WCAG 2.2 A and AA included, at the end of the page, where nothing lies under the
     * bar that sticks to the bottom of a phone. Frames that run no script cannot be asked.
     */
    static void assertAccessible(Page page, String name) {
        page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)");
        // What is in order need not be described, which takes most of the time on long pages.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        // The one rule of AA that is off by default: what can be pressed measures 24 by 24 pixels or stands apart.
        AxeRuleOptions enabled = new AxeRuleOptions();
        enabled.setEnabled(true);
        options.setRules(Map.of("target-size", enabled));
        // In one go in the page itself: no frame of ours comes from elsewhere.
        var violations = new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .exclude(List.of("iframe[sandbox]"))
                .analyze()
                .getViolations();
        assertThat(violations.stream()
                        .map(rule -> rule.getId() + " " + rule.getHelp() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .limit(3)
                                        .toList())
                        .toList())
                .as(name)
                .isEmpty();
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as(name + ": pixels beyond the edge of the window")
                .isNotPositive();
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: bin/verify installs it"));
    }
}
