package fr.rappel.callback.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.shared.EmailAddress;

/** The e-mail field, with a proposal when the domain looks mistyped; accepting it is one click, ignoring it none. */
class EmailWithSuggestion extends Div {

    private final TextField field = new TextField();
    private final Button suggestion = new Button();
    private String proposed = "";

    EmailWithSuggestion() {
        addClassName("email-with-suggestion");
        field.setAutocomplete(Autocomplete.EMAIL);
        field.getElement().setAttribute("inputmode", "email");
        field.setWidthFull();
        suggestion.addThemeVariants(ButtonVariant.TERTIARY);
        suggestion.setVisible(false);
        suggestion.addClickListener(click -> {
            field.setValue(proposed);
            suggestion.setVisible(false);
            field.focus();
        });
        field.addValueChangeListener(change -> propose(change.getValue()));
        Div live = new Div(suggestion);
        live.getElement().setAttribute("role", "status");
        add(field, live);
    }

    TextField field() {
        return field;
    }

    private void propose(String typed) {
        proposed = EmailAddress.suggest(typed).orElse("");
        suggestion.setVisible(!proposed.isEmpty());
        suggestion.setText(getTranslation("callback.EmailWithSuggestion.ask", proposed));
    }
}
