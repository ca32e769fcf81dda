package fr.rappel.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What pages weigh in a real browser, and what sessions leave behind.
 *
 * <p>Arguments: {@code weigh ADDRESS}, {@code hold ADDRESS COUNT} (as many
 * again for each line that is typed, until none comes) or {@code abandon ADDRESS COUNT}.
 */
final class PageWeight {

    private final String base;

    private PageWeight(String base) {
        this.base = base;
    }

    public static void main(String[] arguments) throws Exception {
        PageWeight weight = new PageWeight(arguments[1]);
        switch (arguments[0]) {
            case "weigh" -> weight.weigh();
            case "hold" -> weight.hold(Integer.parseInt(arguments[2]));
            default -> weight.abandon(Integer.parseInt(arguments[2]));
        }
    }

    private void weigh() {
        try (Playwright playwright = Playwright.create()) {
            Browser browser = launch(playwright);
            measure(browser.newContext().newPage(), "/rappel", "vaadin-combo-box", 450);
            Page signedIn = signIn(browser.newContext());
            signedIn.context().newCDPSession(signedIn).send("Network.clearBrowserCache");
            measure(signedIn, "/console", "rappel-work-table tbody tr", 601);
        }
    }

    private void measure(Page page, String path, String shown, int budget) {
        CDPSession network = page.context().newCDPSession(page);
        network.send("Network.enable");
        AtomicLong bytes = new AtomicLong();
        AtomicInteger requests = new AtomicInteger();
        network.on("Network.loadingFinished", event -> {
            bytes.addAndGet(event.get("encodedDataLength").getAsLong());
            requests.incrementAndGet();
        });
        page.navigate(base + path);
        page.locator(shown).first().waitFor();
        page.waitForTimeout(1_500);
        System.out.printf(
                "weight: %s %d kB in %d requests (budget %d kB)%n", path, bytes.get() / 1000, requests.get(), budget);
    }

    private void hold(int count) throws Exception {
        try (Playwright playwright = Playwright.create()) {
            Browser browser = launch(playwright);
            do {
                for (int i = 0; i < count; i++) {
                    signIn(browser.newContext());
                }
                System.out.println(count + " open");
            } while (System.in.read() != -1);
        }
    }

    /** Opens forms as a browser would, page and first exchange, and never comes back. */
    private void abandon(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            HttpClient visitor =
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
            get(visitor, "/rappel");
            get(visitor, "/?v-r=init&location=rappel&query=");
            visitor.close();
        }
    }

    private void get(HttpClient visitor, String path) throws Exception {
        int status = visitor.send(
                        HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
        if (status != 200) {
            throw new IllegalStateException("Answer " + status + " from " + path);
        }
    }

    private Page signIn(BrowserContext context) {
        Page page = context.newPage();
        page.navigate(base + "/connexion");
        page.locator("input[name=username]").fill("agent");
        page.locator("input[name=password]").fill("rappel-demo");
        page.keyboard().press("Enter");
        page.locator("rappel-work-table tbody tr").first().waitFor();
        return page;
    }

    private static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }
}
