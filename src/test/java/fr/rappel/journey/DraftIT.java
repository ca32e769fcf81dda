package fr.rappel.journey;

import com.jayway.jsonpath.JsonPath;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a visitor has typed is never lost, and never kept longer than needed. */
class DraftIT {

    private static final String FOUND = "Nous avons retrouvé ce que vous aviez écrit";

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
    void aHalfFilledFormSurvivesTheRestartOfTheServer() throws Exception {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        CallbackForm form = new CallbackForm(visitor);
        form.fill("Redemarre");
        visitor.getByLabel("Votre message").fill("Bonjour, je ne vois plus nos dossiers");
        application.kill();
        visitor.getByLabel("Votre message").pressSequentially(" depuis hier");
        application.start();
        reload(visitor);
        assertThat(visitor.getByText(FOUND)).isVisible();
        assertThat(visitor.getByLabel("Votre message")).hasValue("Bonjour, je ne vois plus nos dossiers depuis hier");
        visitor.getByLabel("Votre message").press("End");
        visitor.getByLabel("Votre message").pressSequentially(" sur le portail.");
        visitor.reload();

        assertThat(visitor.getByText(FOUND)).isVisible();
        assertThat(visitor.getByLabel("Prénom")).hasValue("Zoé");
        assertThat(visitor.getByLabel("E-mail")).hasValue("zoe@exemple.fr");
        assertThat(visitor.getByLabel("SIRET")).hasValue("552\u00a0081\u00a0317\u00a066522");
        assertThat(visitor.getByLabel("Moins de 11 salariés")).isChecked();
        assertThat(visitor.getByLabel("Votre région")).hasValue("Île-de-France");
        assertThat(visitor.getByLabel("Objet")).hasValue("Suivre l’avancement d’une demande");
        assertThat(visitor.getByLabel("Votre message"))
                .hasValue("Bonjour, je ne vois plus nos dossiers depuis hier sur le portail.");
        assertThat(visitor.getByLabel("J’ai pris connaissance")).not().isChecked();

        visitor.getByLabel("J’ai pris connaissance").check();
        form.send();
        assertThat(visitor.locator("#reference")).isVisible();
        assertThat(kept(visitor)).isEqualTo(0);
        org.assertj.core.api.Assertions.assertThat(stored("Redemarre")).isEqualTo(1);
        visitor.getByText("Suivre, compléter ou annuler ma demande").click();
        assertThat(visitor.locator("h1")).hasText("Votre demande de rappel");
    }

    @Test
    void whatIsTypedBeforeTheScriptArrivesIsKept() {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        List<Route> held = new ArrayList<>();
        visitor.route("**/scripts/drafts.js", held::add);
        visitor.navigate("/rappel");
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.waitForCondition(() -> !held.isEmpty());
        assertThat(kept(visitor)).isEqualTo(0);
        held.forEach(Route::resume);
        visitor.waitForCondition(() -> kept(visitor) == 1);
        visitor.unroute("**/scripts/drafts.js");
        visitor.reload();
        assertThat(visitor.getByText(FOUND)).isVisible();
        assertThat(visitor.getByLabel("Prénom")).hasValue("Zoé");
    }

    @Test
    void aFormWhoseSessionExpiredLoadsAnewWithWhatWasTyped() {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        visitor.navigate("/rappel");
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.getByLabel("Votre message").fill("Je ne vois plus nos dossiers.");
        // What the browser sends once the server has forgotten the session.
        visitor.context()
                .addCookies(List.of(new Cookie("RAPPEL", "0123456789ABCDEF0123456789ABCDEF")
                        .setUrl(application.uri("/").toString())
                        .setHttpOnly(true)));
        visitor.getByLabel("Votre message").press("Tab");

        assertThat(visitor.getByText(FOUND)).isVisible();
        assertThat(visitor.getByLabel("Prénom")).hasValue("Zoé");
        assertThat(visitor.getByLabel("Votre message")).hasValue("Je ne vois plus nos dossiers.");
    }

    @Test
    void whoRefusesCookiesIsToldOfThePlainForm() {
        Page visitor = browser.visitor(360, ColorScheme.LIGHT);
        visitor.navigate("/rappel");
        visitor.getByLabel("Prénom").waitFor();
        visitor.context().clearCookies();
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.getByLabel("Prénom").press("Tab");

        assertThat(visitor.getByText("Le formulaire simple, à l’adresse /rappel/simple, s’en passe."))
                .isVisible();
    }

    @Test
    void typingGoesOnWithoutNetwork() {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        visitor.navigate("/rappel");
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.context().setOffline(true);
        visitor.getByLabel("Votre message").fill("Écrit dans un tunnel.");
        visitor.context().setOffline(false);
        visitor.navigate("/");
        visitor.navigate("/rappel");
        assertThat(visitor.getByLabel("Votre message")).hasValue("Écrit dans un tunnel.");
    }

    @Test
    void whatWasFoundIsErasedOnRequestAndAfterADay() {
        Page visitor = browser.visitor(360, ColorScheme.DARK);
        visitor.navigate("/rappel");
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.waitForCondition(() -> kept(visitor) == 1);
        Page again = visitor.context().newPage();
        again.navigate("/rappel");
        assertThat(again.getByText(FOUND)).isVisible();
        button(again, "Effacer").click();
        assertThat(again.getByText(FOUND)).isHidden();
        assertThat(again.getByLabel("Prénom")).hasValue("");
        assertThat(kept(again)).isEqualTo(0);

        again.getByLabel("Prénom").fill("Zoé");
        again.evaluate("""
                () => {
                  const draft = JSON.parse(localStorage['rappel.draft.rappel']);
                  draft.at -= 24 * 60 * 60 * 1000;
                  localStorage['rappel.draft.rappel'] = JSON.stringify(draft);
                }""");
        Page later = visitor.context().newPage();
        later.navigate("/rappel/simple");
        assertThat(later.getByText(FOUND)).isHidden();
        assertThat(later.getByLabel("Prénom")).hasValue("");
        assertThat(kept(later)).isEqualTo(0);
    }

    @Test
    void anOldDraftGoesWhereverItsWriterComesBy() {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        visitor.navigate("/rappel/simple");
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.navigate("/");
        assertThat(kept(visitor)).isEqualTo(1);
        visitor.evaluate("""
                () => {
                  const draft = JSON.parse(localStorage['rappel.draft.rappel']);
                  draft.at -= 24 * 60 * 60 * 1000;
                  localStorage['rappel.draft.rappel'] = JSON.stringify(draft);
                }""");
        visitor.navigate("/plan-du-site");
        visitor.waitForFunction("() => !Object.keys(localStorage).some(key => key.startsWith('rappel.draft.'))");
    }

    @Test
    void plainFormsKeepTheirsAndShareIt() throws Exception {
        Page visitor = browser.visitor(1280, ColorScheme.LIGHT);
        PlainForm form = new PlainForm(visitor);
        form.open();
        form.fill("Simple");
        visitor.reload();
        assertThat(visitor.getByText(FOUND)).isVisible();
        assertThat(visitor.getByLabel("Votre région")).hasValue("11");
        assertThat(visitor.getByLabel("Moins de 11 salariés")).isChecked();
        assertThat(visitor.getByLabel("J’ai pris connaissance")).not().isChecked();
        visitor.navigate("/rappel");
        assertThat(visitor.getByLabel("Votre région")).hasValue("Île-de-France");
        form.open();
        visitor.getByLabel("J’ai pris connaissance").check();
        form.send();
        assertThat(visitor.locator("h1")).hasText("Votre demande est enregistrée");
        assertThat(kept(visitor)).isEqualTo(0);
        org.assertj.core.api.Assertions.assertThat(stored("Simple")).isEqualTo(1);

        visitor.getByText("Écrire un message").click();
        visitor.getByLabel("Votre message").fill("Encore un mot");
        visitor.reload();
        assertThat(visitor.getByLabel("Votre message")).hasValue("Encore un mot");
        button(visitor, "Ajouter ce message").click();
        assertThat(visitor.locator(".summary")).containsText("Votre message est ajouté");
        assertThat(kept(visitor)).isEqualTo(0);
    }

    private static org.assertj.core.api.AbstractIntegerAssert<?> assertThat(int count) {
        return org.assertj.core.api.Assertions.assertThat(count).as("drafts kept by the browser");
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions assertThat(Locator locator) {
        return com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat(locator);
    }

    private static int kept(Page page) {
        return (Integer)
                page.evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('rappel.draft.')).length");
    }

    /** Requests of that name, in the queue of the demonstration. */
    private static int stored(String lastName) throws Exception {
        int count = 0;
        String next = "";
        do {
            String page = application
                    .getAs("agent", "/api/v1/queue?size=200" + (next.isEmpty() ? "" : "&after=" + next))
                    .body();
            count += JsonPath.<List<?>>read(page, "$.items[?(@.lastName == '" + lastName + "')]")
                    .size();
            String following = JsonPath.read(page, "$.next");
            next = following == null ? "" : following;
        } while (!next.isEmpty());
        return count;
    }

    /** The page reloads by itself when it finds the server again; whoever is faster stops the other. */
    private static void reload(Page page) {
        try {
            page.reload();
        } catch (PlaywrightException stopped) {
            page.waitForLoadState();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
