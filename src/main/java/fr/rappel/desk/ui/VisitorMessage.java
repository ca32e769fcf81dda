package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.Mention;
import fr.rappel.dossier.Mentions;
import java.util.List;

/** What the visitor wrote: plain text, in which the numbers that the copy knows are links. */
class VisitorMessage extends Paragraph {

    private final Mentions mentions;
    private String text = "";
    private List<Mention> found = List.of();

    VisitorMessage(Mentions mentions) {
        this.mentions = mentions;
        addClassName("message");
    }

    void show(String message, CopyAddress address) {
        if (!message.equals(text)) {
            text = message;
            found = mentions.in(message);
        }
        removeAll();
        int end = 0;
        for (Mention mention : found) {
            String written = text.substring(mention.start(), mention.end());
            add(text.substring(end, mention.start()));
            add(new Anchor(address.of(mention, written), written));
            end = mention.end();
        }
        add(text.substring(end));
    }
}
