package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.shared.SpokenReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Asks, in the page, why one reads outside any request: one key, or one click, answers. */
class ReasonChoice extends Section {

    /**
     * @param refused a request that is not the reader's to read for; null if no purpose is known yet
     */
    ReasonChoice(@Nullable Purpose refused, Consumer<Purpose> chosen) {
        addClassName("reason-choice");
        Div reasons = new Div();
        reasons.addClassName("copy-questions");
        for (ReadingReason reason : ReadingReason.values()) {
            String label = getTranslation(reason.messageKey());
            String key = label.substring(0, 1).toLowerCase(getLocale());
            Button button = new Button(label, click -> chosen.accept(Purpose.of(reason)));
            button.getElement().setAttribute("aria-keyshortcuts", key).setAttribute("data-key", key);
            reasons.add(button);
        }
        add(new H2(getTranslation("dossier.ReasonQuestion.without")));
        if (refused != null && refused.request() != null) {
            add(new Paragraph(getTranslation("dossier.ReasonQuestion.notHeld", SpokenReference.of(refused.request()))));
        }
        add(new Paragraph(getTranslation("dossier.ReasonQuestion.recorded")), reasons);
        // Away from the field that was being typed in: single keys are for whoever does not type.
        ((Button) reasons.getComponentAt(0)).focus();
    }
}
