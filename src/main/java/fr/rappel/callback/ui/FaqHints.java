package fr.rappel.callback.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import java.util.List;

/** Up to three answers that may fit what is being typed, beside the message where there is room, below it on a phone, and never in the way. */
class FaqHints extends Section {

    private static final int MAX = 3;

    private final Faq faq;
    private final UnorderedList list = new UnorderedList();
    private List<FaqEntry> shown = List.of();

    FaqHints(Faq faq) {
        this.faq = faq;
        addClassNames("panel", "hints");
        setVisible(false);
        add(new H2(getTranslation("callback.FaqHints.title")), list);
    }

    void show(String topicCode, String message) {
        List<FaqEntry> fitting = faq.suggest(topicCode.isEmpty() ? null : topicCode, message, MAX);
        if (fitting.equals(shown)) {
            return;
        }
        shown = fitting;
        list.removeAll();
        fitting.forEach(entry -> {
            Anchor link = new Anchor("/faq/" + entry.slug(), entry.question());
            link.setTarget(AnchorTarget.BLANK);
            link.setRouterIgnore(true);
            list.add(new ListItem(link));
        });
        setVisible(!fitting.isEmpty());
    }
}
