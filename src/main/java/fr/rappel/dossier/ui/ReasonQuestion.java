package fr.rappel.dossier.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.shared.SpokenReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks, before anything is read, why it is read outside any request: one key, or one click, answers. */
class ReasonQuestion extends Section {

    /**
     * @param refused a request that is not the reader's to read for; null if no purpose is known yet
     * @param address where to go on for that purpose
     */
    ReasonQuestion(String title, @Nullable Purpose refused, Function<Purpose, String> address) {
        addClassName("reason-question");
        UnorderedList reasons = new UnorderedList();
        for (ReadingReason reason : ReadingReason.values()) {
            String label = getTranslation(reason.messageKey());
            String key = label.substring(0, 1).toLowerCase(getLocale());
            Anchor link = new Anchor(address.apply(Purpose.of(reason)), label);
            link.getElement().setAttribute("aria-keyshortcuts", key).setAttribute("data-key", key);
            reasons.add(new ListItem(link));
        }
        add(new H1(title));
        if (refused != null && refused.request() != null) {
            add(new Paragraph(getTranslation("dossier.ReasonQuestion.notHeld", SpokenReference.of(refused.request()))));
        }
        add(new Paragraph(getTranslation("dossier.ReasonQuestion.recorded")), reasons);
    }
}
