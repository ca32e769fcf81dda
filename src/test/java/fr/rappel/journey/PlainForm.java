package fr.rappel.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The form without script as a visitor fills it. */
final class PlainForm {

    private final Page visitor;

    PlainForm(Page visitor) {
        this.visitor = visitor;
    }

    void open() {
        visitor.navigate("/rappel/simple");
    }

    void fill(String lastName) {
        visitor.getByLabel("Prénom").fill("Zoé");
        visitor.getByLabel("Nom", new Page.GetByLabelOptions().setExact(true)).fill(lastName);
        visitor.getByLabel("E-mail").fill("zoe@exemple.fr");
        visitor.getByLabel("Téléphone").fill("01 99 00 12 34");
        visitor.getByLabel("SIRET").fill("55208131766522");
        visitor.getByLabel("Moins de 11 salariés").check();
        visitor.getByLabel("Votre région").selectOption("11");
        visitor.getByLabel("Secteur d’activité").selectOption("HCR");
        visitor.getByLabel("Objet").selectOption("SUIVI_DEMANDE");
        visitor.getByLabel("Votre message").fill(CallbackForm.MESSAGE);
        visitor.getByLabel("J’ai pris connaissance").check();
    }

    void send() {
        visitor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Demander à être rappelé"))
                .click();
    }
}
