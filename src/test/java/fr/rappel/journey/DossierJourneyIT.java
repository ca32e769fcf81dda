package fr.rappel.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.rappel.shared.InventedCompany;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Je ne vois plus mon dossier": the agent answers with what the copy knows, and closes the request. */
class DossierJourneyIT {

    /** In the demonstration, the link of this company's account was removed ten days ago. */
    private static final InventedCompany CALLER = new InventedCompany(1);

    private static final String SIRET = CALLER.siret(1).value();

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
        assertThat(answer).containsText("Le rattachement au " + CALLER.siret(1).formatted() + " a été supprimé le ");
        assertThat(answer).containsText("Depuis l’icône du profil, ajouter de nouveau le ");
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
