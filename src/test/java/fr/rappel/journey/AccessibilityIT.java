package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import fr.rappel.shared.InventedCompany;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** axe-core finds nothing on any page, light or dark, narrow or wide. */
class AccessibilityIT {

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

    @ParameterizedTest
    @CsvSource({"LIGHT, 360", "DARK, 360", "LIGHT, 768", "DARK, 1440"})
    void publicPages(ColorScheme scheme, int width) {
        Page page = browser.visitor(width, scheme);
        for (String path : new String[] {
            "/",
            "/faq/creer-mon-compte",
            "/?q=facture",
            "/?q=xylophone",
            "/faq/inconnu",
            "/mentions-legales",
            "/donnees-personnelles",
            "/accessibilite",
            "/plan-du-site"
        }) {
            page.navigate(path);
            Browser.assertAccessible(page, path);
        }
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 360", "DARK, 768", "LIGHT, 1440"})
    void form(ColorScheme scheme, int width) {
        Page page = browser.visitor(width, scheme);
        page.navigate("/rappel");
        page.getByLabel("Prénom").waitFor();
        Browser.assertAccessible(page, "empty form");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Demander à être rappelé"))
                .click();
        page.locator(".error-summary").waitFor();
        Browser.assertAccessible(page, "form with errors");
        CallbackForm form = new CallbackForm(page);
        form.fill("Lisible");
        form.send();
        page.locator("#reference").waitFor();
        Browser.assertAccessible(page, "receipt of the form");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void plainFormAndFollowUp(ColorScheme scheme) {
        Page page = browser.visitor(scheme == ColorScheme.DARK ? 360 : 1280, scheme);
        page.navigate("/suivi/7H3KR9XA-1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
        Browser.assertAccessible(page, "link that does not work");
        PlainForm form = new PlainForm(page);
        form.open();
        Browser.assertAccessible(page, "plain form");
        form.send();
        page.locator(".summary").waitFor();
        Browser.assertAccessible(page, "plain form with errors");
        form.open();
        form.fill("Roche");
        page.reload();
        page.getByText("Nous avons retrouvé").waitFor();
        Browser.assertAccessible(page, "plain form with a draft");
        form.fill("Roche");
        form.send();
        page.getByText("Votre demande est enregistrée").waitFor();
        Browser.assertAccessible(page, "receipt");
        page.locator("summary").all().forEach(Locator::click);
        Browser.assertAccessible(page, "follow-up, everything open");
        button(page, "Corriger mon numéro").click();
        page.locator(".summary").waitFor();
        Browser.assertAccessible(page, "follow-up with an error");
        page.getByText("Mon problème est résolu").click();
        button(page, "Oui, mon problème est résolu").waitFor();
        Browser.assertAccessible(page, "confirmation");
        button(page, "Oui, mon problème est résolu").click();
        button(page, "Donner mon avis").waitFor();
        Browser.assertAccessible(page, "closed request");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void console(ColorScheme scheme) {
        Page visitor = browser.visitor(1280, scheme);
        visitor.navigate("/connexion");
        visitor.locator("input[name=username]").waitFor();
        Browser.assertAccessible(visitor, "log-in");
        Page page = browser.signedIn("superviseur", 1280, scheme);
        page.locator("rappel-work-table tbody tr").first().waitFor();
        Browser.assertAccessible(page, "work list");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Filtres"))
                .click();
        page.locator(".filters-more").waitFor();
        Browser.assertAccessible(page, "work list with filters");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Prendre la suivante"))
                .click();
        page.waitForURL("**/demandes/**");
        page.locator(".caller h1").waitFor();
        Browser.assertAccessible(page, "call sheet");
        dialog(page, "Confier à…");
        page.keyboard().press("?");
        page.getByText("Ligne suivante").waitFor();
        Browser.assertAccessible(page, "shortcut help");
        page.navigate("/console/tableau");
        page.locator(".figure").first().waitFor();
        Browser.assertAccessible(page, "line board");
        page.navigate("/console/calendrier");
        page.locator(".days-ahead").waitFor();
        Browser.assertAccessible(page, "calendar");
        dialog(page, "Fermer la ligne…");
        dialog(page, "Ajouter un horaire exceptionnel…");
        page.navigate("/console/inconnu");
        page.getByText("Cette page n’existe pas").waitFor();
        Browser.assertAccessible(page, "page that does not exist");
        page.navigate("/console/mes-chiffres");
        page.locator(".figure-table tbody tr").first().waitFor();
        Browser.assertAccessible(page, "own figures");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void answersByMail(ColorScheme scheme) throws Exception {
        DemoCalls.awaitCopy(application);
        String reference = DemoCalls.ask(
                application, new InventedCompany(scheme == ColorScheme.DARK ? 3 : 7), "Où est passée la lettre ?");
        Page page = browser.signedIn("superviseur", scheme == ColorScheme.DARK ? 390 : 1280, scheme);
        page.navigate("/console/reponses");
        page.locator(".data-table tbody tr").first().waitFor();
        Browser.assertAccessible(page, "ready answers");
        page.locator(".data-table tbody th vaadin-button").first().click();
        page.locator(".ready-answer-fields").waitFor();
        Browser.assertAccessible(page, "a ready answer");
        button(page, "Aperçu").click();
        page.locator(".mail-text").waitFor();
        Browser.assertAccessible(page, "preview of a ready answer");
        button(page, "Fermer").click();
        page.locator(".mail-text").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        close(page);
        dialog(page, "Nouvelle réponse");
        page.navigate("/console/demandes/" + reference);
        page.locator("[aria-keyshortcuts=t]").press("Enter");
        // The buttons are made anew once it is taken.
        page.locator("[aria-keyshortcuts=c]").waitFor();
        page.locator("[aria-keyshortcuts=e]").press("Enter");
        page.locator(".dialog-fields .answer-fields").waitFor();
        Browser.assertAccessible(page, "answer by mail");
        button(page, "Envoyer").click();
        page.locator(".field-problem:not(:empty)").waitFor();
        Browser.assertAccessible(page, "answer by mail with an error");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void dossiers(ColorScheme scheme) throws Exception {
        Page page = browser.signedIn("admin", scheme == ColorScheme.DARK ? 390 : 1280, scheme);
        List<String> blocked = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                blocked.add(message.text());
            }
        });
        page.navigate("/console/imports");
        page.locator(".state[data-state=good]").nth(8).waitFor();
        Browser.assertAccessible(page, "imports");
        String found =
                application.getAs("agent", "/api/v1/search?q=Amandine%20Aubert").body();
        page.navigate("/console/dossiers?numero=" + found.replaceFirst("(?s).*?\"id\":\"(D\\d{4}-\\d{7})\".*", "$1"));
        page.getByText("Pourquoi ouvrez-vous ce dossier").first().waitFor();
        Browser.assertAccessible(page, "reason");
        page.keyboard().press("v");
        page.locator(".dossier-papers").waitFor();
        Browser.assertAccessible(page, "dossier");
        page.getByText("Accord de prise en charge").first().click();
        page.locator(".document iframe").waitFor();
        Browser.assertAccessible(page, "document");
        page.navigate("/console/comptes?numero=contact1%40exemple.fr");
        page.getByText("Pourquoi ouvrez-vous ce compte").first().waitFor();
        page.keyboard().press("v");
        page.locator(".portal-account tbody tr").first().waitFor();
        Browser.assertAccessible(page, "account");
        page.navigate("/console/envois");
        page.locator(".outbox tbody tr").first().waitFor();
        Browser.assertAccessible(page, "outbox");
        page.locator(".outbox tbody vaadin-button").first().click();
        page.locator(".mail-text").waitFor();
        Browser.assertAccessible(page, "message");
        page.navigate("/console/modeles");
        page.locator(".template-editor").waitFor();
        Browser.assertAccessible(page, "templates");
        page.navigate("/console/consultations");
        page.locator(".readings tbody tr").first().waitFor();
        Browser.assertAccessible(page, "readings");
        assertThat(blocked).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void callSheetWithACompany(ColorScheme scheme) throws Exception {
        DemoCalls.awaitCopy(application);
        InventedCompany company = new InventedCompany(scheme == ColorScheme.DARK ? 2 : 6);
        String reference = DemoCalls.ask(
                application,
                company,
                "Où est la lettre ? SIRET " + company.siret(1).value());
        Page page = browser.signedIn("agent", scheme == ColorScheme.DARK ? 390 : 1280, scheme);
        page.navigate("/console/demandes/" + reference);
        page.locator("[aria-keyshortcuts=t]").press("Enter");
        page.locator(".payment-part").waitFor();
        page.locator(".company-part summary").last().click();
        Browser.assertAccessible(page, "call sheet with a company");
        page.keyboard().press("p");
        page.locator(".answer").waitFor();
        Browser.assertAccessible(page, "why a dossier is not seen");
        close(page);
        page.keyboard().press("m");
        page.getByLabel("Montant en euros").fill("douze");
        page.keyboard().press("Enter");
        page.locator(".field-problem")
                .filter(new Locator.FilterOptions().setHasText("montant"))
                .waitFor();
        Browser.assertAccessible(page, "what an amount paid");
        close(page);
        page.navigate("/console/recherche?q=" + company.siret(1).value() + "&demande=" + reference);
        page.locator(".hits a").first().waitFor();
        Browser.assertAccessible(page, "search with results");
        page.navigate("/console/recherche?q=xylophone");
        page.getByText("Rien ne correspond").first().waitFor();
        Browser.assertAccessible(page, "search without results");
        button(page, "Dossier invisible…").click();
        page.locator(".reason-choice").waitFor();
        Browser.assertAccessible(page, "reason for what is asked in the search");
    }

    /** On the first day of a month nothing may have happened yet in it. */
    private static String lastDays() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        return "du=" + today.minusDays(20) + "&au=" + today;
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void figures(ColorScheme scheme) {
        Page page = browser.signedIn("superviseur", scheme == ColorScheme.DARK ? 390 : 1280, scheme);
        page.navigate("/console/statistiques?par=REGION&" + lastDays());
        page.locator("rappel-chart svg").first().waitFor();
        page.locator(".definition summary").first().click();
        Browser.assertAccessible(page, "statistics");
        page.navigate("/console/statistiques/demandes?" + lastDays());
        page.locator(".figure-table tbody tr").first().waitFor();
        Browser.assertAccessible(page, "rows of a figure");
        page.navigate("/console/statistiques/faq?" + lastDays());
        page.locator(".figure-table tbody tr").first().waitFor();
        Browser.assertAccessible(page, "counters of the questions");
        page.navigate("/console/statistiques/demandes?" + lastDays());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Exporter en CSV"))
                .click();
        page.getByText("Télécharger").first().waitFor();
        Browser.assertAccessible(page, "exports");
        page.navigate("/console/rapports");
        page.getByText("Personne ne reçoit").waitFor();
        Browser.assertAccessible(page, "reports by mail, none");
        page.getByLabel("Adresse e-mail").fill("pas une adresse");
        page.keyboard().press("Enter");
        page.locator("vaadin-text-field[invalid]").waitFor();
        Browser.assertAccessible(page, "reports by mail, refused");
        page.getByLabel("Adresse e-mail").fill("direction@exemple.fr");
        page.keyboard().press("Enter");
        page.locator(".data-table tbody tr").waitFor();
        Browser.assertAccessible(page, "reports by mail");
        page.getByText("Retirer…").click();
        page.getByText("ne le recevra plus").waitFor();
        Browser.assertAccessible(page, "removing an address");
        page.getByText("Retirer l’adresse").click();
        page.getByText("Personne ne reçoit").waitFor();
        page.navigate("/console/mur");
        page.locator(".wall-tile").first().waitFor();
        Browser.assertAccessible(page, "wall");
    }

    private static void close(Page page) {
        page.keyboard().press("Escape");
        page.locator(".dialog-fields").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }

    private static void dialog(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .click();
        page.locator(".dialog-fields").waitFor();
        Browser.assertAccessible(page, button);
        close(page);
    }
}
