package fr.rappel.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The form as a visitor fills it. */
final class CallbackForm {

    static final String MESSAGE = "Bonjour, je ne vois plus nos dossiers depuis hier sur le portail.";

    private final Page visitor;

    CallbackForm(Page visitor) {
        this.visitor = visitor;
    }

    void fill(String lastName) {
        visitor.navigate("/rappel");
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.getByLabel("Nom", new Page.GetByLabelOptions().setExact(false))
                .nth(1)
                .fill(lastName);
        visitor.getByLabel("E-mail").fill("zoe@exemple.fr");
        visitor.getByLabel("Téléphone").fill("01 99 00 12 34");
        visitor.getByLabel("SIRET").fill("55208131766522");
        visitor.getByLabel("Moins de 11 salariés").check();
        choose("Votre région", "île", "Île-de-France");
        choose("Secteur d’activité", "proprete", "Propreté et services associés");
        choose("Objet", "avancement", "Suivre l’avancement d’une demande");
        visitor.getByLabel("Votre message").fill(MESSAGE);
        visitor.getByLabel("J’ai pris connaissance").check();
    }

    void send() {
        visitor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Demander à être rappelé"))
                .click();
    }

    private void choose(String label, String typed, String option) {
        visitor.getByLabel(label).fill(typed);
        visitor.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
    }
}
