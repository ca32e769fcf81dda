package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.rappel.shared.InventedCompany;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** "Je ne vois plus mon dossier": the agent answers with what the copy knows, and closes the request. */
class DossierJourneyIT {

    /** In the demonstration, the link of this company's account was removed ten days ago. */
    private static final InventedCompany CALLER = new InventedCompany(1);

    private static final String SIRET = CALLER.siret(1).value();

    private static final Color ORANGE = new Color(0xE07010);

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        application = RunningApplication.start(
                folder,
                "--spring.profiles.active=demo",
                RunningApplication.alwaysOpen(folder),
                RunningApplication.NO_HOLIDAYS);
        browser = new Browser(application);
        DemoCalls.awaitCopy(application);
    }

    @AfterAll
    static void stop() {
        browser.close();
        application.close();
    }

    @Test
    void theCallerHearsWhyADossierIsNotSeenAndTheRequestIsClosed() throws Exception {
        String reference = DemoCalls.ask(application, CALLER, "Je ne vois plus mon dossier. Notre SIRET est " + SIRET);
        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.navigate("/console/demandes/" + reference);
        assertThat(agent.getByText("pour la personne qui prend la demande en charge"))
                .isVisible();
        agent.keyboard().press("t");
        assertThat(agent.locator(".company-part h2")).hasText(CALLER.name());
        assertThat(agent.locator(".message a")).hasText(SIRET);

        agent.keyboard().press("p");
        Locator answer = agent.locator(".answer");
        assertThat(answer).hasCount(1);
        assertThat(answer).containsText("Le rattachement au " + CALLER.siren().formatted() + " a été supprimé le ");
        assertThat(answer).containsText("Depuis l’icône du profil, ajouter le ");
        answer.locator("vaadin-button").press("Enter");
        assertThat(agent.locator(".answer")).hasCount(0);
        assertThat(agent.getByLabel("Note", new Page.GetByLabelOptions().setExact(true)))
                .hasValue(Pattern.compile("avec le numéro d’adhérent"));

        agent.locator("[aria-keyshortcuts=c]").press("Enter");
        assertThat(agent.getByText("Appel n° 1 en cours")).isVisible();
        agent.keyboard().press("1");
        assertThat(agent.locator(".caller-line .state")).hasText("Joint et résolu");
        assertThat(agent.locator(".timeline")).containsText("a été supprimé le ");
        assertThat(agent.locator(".timeline")).containsText("Close");

        Page supervisor = browser.signedIn("superviseur", 1280, ColorScheme.LIGHT);
        supervisor.navigate("/console/consultations");
        assertThat(supervisor.locator(".readings tbody tr").first())
                .containsText(reference.substring(0, 4) + '\u00A0' + reference.substring(4));
    }

    @Test
    void anAmountThatNothingExplainsIsSaidAndTheDialogStays() throws Exception {
        String reference = DemoCalls.ask(application, CALLER, "Que paie ce virement ?");
        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.navigate("/console/demandes/" + reference);
        agent.locator("[aria-keyshortcuts=t]").press("Enter");
        assertThat(agent.locator(".company-part h2")).isVisible();
        agent.keyboard().press("m");
        Locator amount = agent.getByLabel("Montant en euros");
        assertThat(amount).isFocused();
        agent.keyboard().type("douze");
        agent.keyboard().press("Enter");
        assertThat(agent.locator(".field-problem")).containsText("Écrivez un montant en euros");
        amount.fill("0,01");
        amount.press("Enter");
        assertThat(agent.locator(".answers")).containsText("Ni facture ni règlement ne correspondent.");
        agent.keyboard().press("Escape");
        assertThat(agent.locator(".answers")).hasCount(0);
    }

    @Test
    void aChipKeepsTheFocusAndTheWayBackKeepsTheFilter() throws Exception {
        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.navigate("/console/recherche?q=D202&motif=VERIFICATION");
        agent.locator(".search .chip").first().press("Enter");
        Locator chosen = agent.locator(".search .chip[aria-pressed=true]");
        assertThat(chosen).hasCount(1);
        assertThat(chosen).isFocused();
        Locator first = agent.locator(".hits a").first();
        first.press("Enter");
        assertThat(agent.locator(".dossier-state")).isVisible();
        agent.goBack();
        assertThat(chosen).hasCount(1);
        chosen.press("Enter");
        assertThat(chosen).hasCount(0);
    }

    /** Chromium draws a PDF by a page of its own, in a frame that no script of ours can look into: its pixels can be seen. */
    @ParameterizedTest
    @ValueSource(strings = {"scan.png", "lettre.pdf"})
    void aPaperIsPaintedInThePage(String name) throws Exception {
        Path file = folder.resolve("data/documents/papers").resolve(name);
        Files.createDirectories(file.getParent());
        if (name.endsWith(".pdf")) {
            writePdf(file);
        } else {
            ImageIO.write(orange(), "png", file.toFile());
        }
        copy(name);
        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.navigate("/console/documents?numero=" + name + "&motif=VERIFICATION");
        Locator paper = agent.locator(".document-contents :is(img, iframe)");
        assertThat(paper).isVisible();
        await().atMost(Duration.ofSeconds(30)).until(() -> orangePixels(paper.screenshot()) > 20_000);
    }

    /** As a document of the information system, whose file lies in the folder of documents. */
    private static void copy(String name) throws Exception {
        String found =
                application.getAs("agent", "/api/v1/search?q=Amandine%20Aubert").body();
        String dossier = found.replaceFirst("(?s).*?\"id\":\"(D\\d{4}-\\d{7})\".*", "$1");
        HttpResponse<String> accepted = application.sendAs(
                "admin", "/api/v1/imports/documents", "text/csv", """
                identifiant;numero_dossier;nature;sens;nom;date;fichier
                %s;%s;CERTIFICAT_REALISATION;DEPOSE;%s;2026-03-02;papers/%s
                """.formatted(name, dossier, name, name));
        String address = accepted.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> JsonPath.<Integer>read(
                                application.getAs("admin", address).body(), "$.rowsStored")
                        == 1);
    }

    private static BufferedImage orange() {
        BufferedImage scan = new BufferedImage(320, 200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scan.createGraphics();
        pen.setColor(ORANGE);
        pen.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        pen.dispose();
        return scan;
    }

    private static void writePdf(Path file) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                content.setNonStrokingColor(ORANGE);
                content.addRect(0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                content.fill();
            }
            pdf.save(file.toFile());
        }
    }

    private static int orangePixels(byte[] screenshot) throws IOException {
        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(screenshot));
        int count = 0;
        for (int x = 0; x < seen.getWidth(); x++) {
            for (int y = 0; y < seen.getHeight(); y++) {
                count += isOrange(new Color(seen.getRGB(x, y))) ? 1 : 0;
            }
        }
        return count;
    }

    /** But for what is rounded on the way. */
    private static boolean isOrange(Color seen) {
        return Math.abs(seen.getRed() - ORANGE.getRed())
                        + Math.abs(seen.getGreen() - ORANGE.getGreen())
                        + Math.abs(seen.getBlue() - ORANGE.getBlue())
                <= 6;
    }

    @Test
    void theSearchFieldOfTheSheetLeadsToADossierAndBackToTheCall() throws Exception {
        String reference = DemoCalls.ask(application, CALLER, "Où en est notre demande ?");
        Page agent = browser.signedIn("agent2", 1280, ColorScheme.DARK);
        agent.navigate("/console/demandes/" + reference);
        agent.locator("[aria-keyshortcuts=t]").press("Enter");
        assertThat(agent.locator(".company-part h2")).isVisible();
        agent.keyboard().press("/");
        agent.keyboard().type(SIRET);
        agent.keyboard().press("Enter");
        agent.waitForURL("**/console/recherche?q=" + SIRET + "&demande=" + reference);
        assertThat(agent.locator(".hits a").first()).isVisible();
        agent.keyboard().press("ArrowDown");
        assertThat(agent.locator(".hits a").first()).isFocused();
        agent.keyboard().press("Enter");
        assertThat(agent.locator(".dossier-papers")).isVisible();
        agent.locator(".purpose-bar a").press("Enter");
        agent.waitForURL("**/console/demandes/" + reference);
    }
}
