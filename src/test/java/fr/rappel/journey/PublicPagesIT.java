package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged application serves to everybody, behind the proxy of a real installation. */
class PublicPagesIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                folder,
                "--spring.profiles.active=demo",
                "--server.forward-headers-strategy=native",
                "--rappel.intake.per-address-per-hour=1");
        browser = new Browser(application);
    }

    @AfterAll
    static void stop() {
        browser.close();
        application.close();
    }

    @Test
    void answersAreFoundWhileOneTypesAndTheWayBackLeadsToThem() {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        visitor.navigate("/");
        visitor.locator("#q").pressSequentially("creer comptes");
        Locator results = visitor.locator("#resultats .results a");
        assertThat(results.first()).isVisible();
        assertThat(visitor.locator("#q-etat")).containsText("pour « creer comptes »");
        assertThat(visitor).hasURL(Pattern.compile("\\?q=creer%20comptes$"));
        results.first().press("Enter");
        visitor.waitForURL("**/faq/*");
        visitor.goBack();
        assertThat(results.first()).isVisible();
        assertThat(visitor.locator("#q")).hasValue("creer comptes");

        visitor.locator("#q").fill("xylophone");
        assertThat(visitor.locator("#resultats")).containsText("Aucune réponse pour « xylophone »");
    }

    @ParameterizedTest
    @CsvSource({
        "/, 360",
        "/, 768",
        "/, 1440",
        "/faq/creer-mon-compte, 360",
        "/accessibilite, 360",
        "/rappel, 360",
        "/rappel, 768",
        "/rappel, 1440",
        "/rappel/simple, 360",
        "/connexion, 360"
    })
    void nothingStandsBesideThePage(String path, int width) {
        Page visitor = browser.visitor(width, ColorScheme.LIGHT);
        List<String> complaints = new ArrayList<>();
        visitor.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        visitor.navigate(path);
        visitor.locator("h1").first().waitFor();
        assertThat((Integer) visitor.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(width);
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/rappel", "/connexion"})
    void pagesAndWhatTheyNeedAreSentCompressed(String path) throws Exception {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        List<String> addresses = new ArrayList<>();
        visitor.onResponse(response -> {
            String type = response.headers().getOrDefault("content-type", "");
            if (type.contains("html") || type.contains("css") || type.contains("javascript")) {
                addresses.add(
                        response.url().substring(application.uri("").toString().length()));
            }
        });
        visitor.navigate(path);
        visitor.locator("h1").first().waitFor();
        assertThat(addresses).hasSizeGreaterThan(2);
        for (String address : addresses) {
            HttpResponse<String> answer = application.get(address, "Accept-Encoding", "gzip");
            boolean small = answer.headers().firstValueAsLong("Content-Length").orElse(1 << 20) < 1024;
            assertThat(small || answer.headers().firstValue("Content-Encoding").isPresent())
                    .as(address)
                    .isTrue();
        }
    }

    @Test
    void theDescriptionOfTheInterfaceOpensUnderItsOwnPolicy() {
        Page programmer = browser.visitor(1280, ColorScheme.LIGHT);
        List<String> complaints = new ArrayList<>();
        programmer.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        programmer.navigate("/api/docs");
        assertThat(programmer.getByText("/api/v1/callback-requests").first()).isVisible();
        assertThat(complaints).isEmpty();
    }

    @Test
    void behindAProxyCookiesAreSecureAndEachVisitorHasALimitOfTheirOwn() throws Exception {
        assertThat(cookie()).contains("RAPPEL=").doesNotContain("Secure");
        assertThat(cookie("X-Forwarded-Proto", "https")).contains("RAPPEL=", "Secure");

        assertThat(submit("203.0.113.1")).isEqualTo(201);
        assertThat(submit("203.0.113.2")).isEqualTo(201);
        assertThat(submit("203.0.113.1")).isEqualTo(429);
    }

    private static String cookie(String... headers) throws Exception {
        return application
                .get("/connexion", headers)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();
    }

    private static int submit(String address) throws Exception {
        return application
                .post("/api/v1/callback-requests", Submissions.valid("Mandataire"), "X-Forwarded-For", address)
                .statusCode();
    }
}
