package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A visitor whose browser runs no script asks to be called back, follows the request and gives it up. */
class WithoutScriptIT {

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static Browser browser;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                folder, "--spring.profiles.active=demo", "--rappel.intake.minimum-fill-time=0s");
        browser = new Browser(application);
    }

    @AfterAll
    static void stop() {
        browser.close();
        application.close();
    }

    @Test
    void asksFollowsCompletesAndCancels() {
        Page visitor = browser.withoutScript(360);
        visitor.navigate("/rappel");
        visitor.waitForURL("**/rappel/simple");
        PlainForm form = new PlainForm(visitor);
        form.fill("Sans-Script");
        visitor.getByLabel("SIRET").fill("552 081 317 66523");
        form.send();
        assertThat(visitor.locator(".summary")).containsText("Un champ est à corriger");
        assertThat(visitor.getByLabel("Votre message")).hasValue(CallbackForm.MESSAGE);
        visitor.getByLabel("SIRET").fill("552 081 317 66522");
        form.send();
        visitor.waitForURL(Pattern.compile(".*/suivi/.*fait=recu"));
        assertThat(visitor.locator("h1")).hasText("Votre demande est enregistrée");
        assertThat(visitor.locator("#reference")).hasText(Pattern.compile("[2-9A-Z]{4}\u00a0[2-9A-Z]{4}"));

        visitor.getByText("Écrire un message").click();
        visitor.getByLabel("Votre message").fill("J’ai oublié : c’est le dossier D2026-0000012.");
        button(visitor, "Ajouter ce message").click();
        assertThat(visitor.locator(".summary")).containsText("Votre message est ajouté");

        visitor.getByText("Joindre des documents").click();
        visitor.getByLabel("Documents").setInputFiles(new FilePayload[] {
            new FilePayload("devis.pdf", "application/pdf", "%PDF-1.7 devis".getBytes(StandardCharsets.UTF_8)),
            new FilePayload("autre.pdf", "application/pdf", "<html>".getBytes(StandardCharsets.UTF_8))
        });
        button(visitor, "Joindre").click();
        assertThat(visitor.locator(".summary")).containsText("« autre.pdf » n’est ni un PDF");
        assertThat(visitor.locator(".documents")).containsText("devis.pdf");

        visitor.getByText("Dire quand je ne suis pas disponible").click();
        visitor.getByLabel("Le, ou à partir du")
                .fill(java.time.LocalDate.now(java.time.ZoneId.of("Europe/Paris"))
                        .plusDays(3)
                        .toString());
        visitor.getByLabel("Le matin, avant 13 h").check();
        button(visitor, "Ne pas m’appeler à ce moment").click();
        assertThat(visitor.locator(".away")).containsText("le matin");

        visitor.getByText("Annuler ma demande").click();
        button(visitor, "Oui, annuler ma demande").click();
        assertThat(visitor.locator(".standing")).containsText("Vous avez annulé votre demande");
        assertThat(visitor.locator(".history")).containsText("Vous avez joint un document");
    }

    @Test
    void anAgentSeesAndDownloadsWhatTheVisitorAdded() {
        Page visitor = browser.withoutScript(1280);
        PlainForm form = new PlainForm(visitor);
        form.open();
        form.fill("Pièces");
        form.send();
        String reference = visitor.locator("#reference").textContent().replaceAll("\\s|\u00a0", "");
        visitor.getByText("Joindre des documents").click();
        visitor.getByLabel("Documents")
                .setInputFiles(new FilePayload(
                        "devis mars.pdf", "application/pdf", "%PDF-1.7 devis".getBytes(StandardCharsets.UTF_8)));
        button(visitor, "Joindre").click();

        Page agent = browser.signedIn("agent", 1280, ColorScheme.LIGHT);
        agent.navigate("/console/demandes/" + reference);
        assertThat(agent.locator(".timeline")).containsText("Document joint par la personne");
        var download = agent.waitForDownload(
                () -> agent.getByText("devis mars.pdf").first().click());
        org.assertj.core.api.Assertions.assertThat(download.suggestedFilename()).isEqualTo(reference + "-1.pdf");
        org.assertj.core.api.Assertions.assertThat(download.path()).hasContent("%PDF-1.7 devis");
        button(agent, "Révoquer le lien de suivi…").click();
        agent.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Révoquer").setExact(true))
                .click();
        assertThat(agent.locator(".timeline")).containsText("Lien de suivi révoqué par Amélie Martin");
        visitor.reload();
        assertThat(visitor.locator("h1")).hasText("Ce lien ne fonctionne pas, ou plus");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
