package fr.rappel.desk.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import fr.rappel.dossier.CopyAddress;

/** What the copy can be asked during a call: a search, why a dossier is not seen, what an amount paid. */
class CopyTools extends Div {

    private final TextField search = new TextField();

    CopyTools(CopyZone.Services services, HeldRequest request) {
        addClassName("copy-tools");
        search.setPlaceholder(getTranslation("desk.CopyTools.search"));
        search.setAriaLabel(getTranslation("desk.CopyTools.search"));
        search.setMaxLength(100);
        search.addThemeVariants(TextFieldVariant.SMALL);
        search.getElement().setAttribute("aria-keyshortcuts", "/");
        // The field tells its value between the key's going down and its coming up.
        search.addKeyUpListener(Key.ENTER, enter -> search(request.reference()));
        add(search, new CopyQuestions(services.questions(), ask -> ask.accept(request.question())));
    }

    private void search(String reference) {
        if (!search.getValue().isBlank()) {
            String address =
                    CopyAddress.during(reference).search(search.getValue().strip());
            getUI().ifPresent(ui -> ui.navigate(address));
        }
    }
}
