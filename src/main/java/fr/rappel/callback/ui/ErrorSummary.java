package fr.rappel.callback.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.shared.FieldError;
import java.util.List;

/** What is wrong, in one place above the form; it takes the focus, and each line leads to its field. */
class ErrorSummary extends Div {

    ErrorSummary() {
        addClassName("error-summary");
        setVisible(false);
        getElement().setAttribute("tabindex", "-1").setAttribute("role", "alert");
    }

    void show(List<FieldError> errors, FormFields fields) {
        UnorderedList list = new UnorderedList();
        for (FieldError error : fields.inOrder(errors)) {
            Button line = new Button(
                    getTranslation("callback.ErrorSummary.line", fields.label(error.field()), error.message()),
                    click -> fields.focus(error.field()));
            line.addThemeVariants(ButtonVariant.TERTIARY);
            list.add(new ListItem(line));
        }
        removeAll();
        add(new H2(getTranslation("callback.ErrorSummary.title", errors.size())), list);
        appear();
    }

    void show(String sentence) {
        removeAll();
        add(new H2(getTranslation("callback.ErrorSummary.notSent")), new Paragraph(sentence));
        appear();
    }

    private void appear() {
        setVisible(true);
        getElement().callJsFunction("focus");
        getElement().callJsFunction("scrollIntoView");
    }
}
