package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import fr.rappel.dossier.DossierVisibility;
import fr.rappel.dossier.PaymentFinder;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** What the copy can be asked beside a search: why a dossier is not seen, what an amount paid. */
class CopyQuestions extends Div {

    /** What answers. */
    @Service
    record Services(DossierVisibility visibility, PaymentFinder payments) {}

    private final Consumer<Consumer<CopyQuestion>> asker;

    /**
     * @param asker goes on with who asks and why, once that is known
     */
    CopyQuestions(Services services, Consumer<Consumer<CopyQuestion>> asker) {
        this.asker = asker;
        addClassName("copy-questions");
        add(
                asking("visibility", "p", question -> new VisibilityDialog(services.visibility(), question)),
                asking("payment", "m", question -> new PaymentDialog(services.payments(), question)));
    }

    private Button asking(String name, String key, Function<CopyQuestion, AnswerDialog> dialog) {
        Button button = new Button(
                getTranslation("desk.CopyQuestions." + name),
                click -> asker.accept(question -> dialog.apply(question).open()));
        button.addThemeVariants(ButtonVariant.SMALL);
        button.getElement().setAttribute("aria-keyshortcuts", key).setAttribute("data-key", key);
        return button;
    }
}
