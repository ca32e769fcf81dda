package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;

/** What the visitor was told of a closing, on the timeline. */
class AnswerGiven extends Div {

    AnswerGiven(VisitorAnswer answer, Faq faq) {
        if (!answer.text().isEmpty()) {
            add(line("desk.AnswerGiven.text", answer.text()));
        }
        answer.questions()
                .forEach(slug -> add(line(
                        "desk.AnswerGiven.question",
                        faq.entry(slug).map(FaqEntry::question).orElse(slug))));
    }

    private Paragraph line(String key, String value) {
        Paragraph line = new Paragraph(getTranslation(key, value));
        line.addClassName("note");
        return line;
    }
}
