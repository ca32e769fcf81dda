package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.Subject;
import java.util.List;
import java.util.function.Consumer;

/** The last letters sent to the company. "Here is the letter" is one key for the newest, one click for each. */
class LetterPart extends Div {

    private final HeldRequest request;
    private final LinkedSubjects linked;
    private final Consumer<DossierDocument> answer;

    LetterPart(
            List<DossierDocument> letters,
            HeldRequest request,
            LinkedSubjects linked,
            Consumer<DossierDocument> answer) {
        this.request = request;
        this.linked = linked;
        this.answer = answer;
        addClassNames("block", "letter-part");
        add(new H2(getTranslation("desk.LetterPart.title")));
        if (letters.isEmpty()) {
            add(new Paragraph(getTranslation("desk.LetterPart.none")));
            return;
        }
        UnorderedList list = new UnorderedList();
        letters.forEach(letter -> list.add(line(letter, letter == letters.getFirst())));
        add(list);
    }

    private ListItem line(DossierDocument letter, boolean newest) {
        String name = request.wording().document(letter.kind(), letter.dated());
        Button give = new Button(getTranslation("desk.LetterPart.answer"), click -> answer.accept(letter));
        give.addThemeVariants(ButtonVariant.SMALL);
        give.setDisableOnClick(true);
        give.setAriaLabel(getTranslation("desk.LetterPart.answerNamed", name));
        if (newest) {
            give.getElement().setAttribute("aria-keyshortcuts", "l").setAttribute("data-key", "l");
        }
        return new ListItem(
                new Anchor(request.address().document(letter.id()), name),
                new Span(getTranslation("desk.LetterPart.dossier", letter.dossierNumber())),
                give,
                linked.toggle(Subject.DOCUMENT, letter.id(), name));
    }
}
