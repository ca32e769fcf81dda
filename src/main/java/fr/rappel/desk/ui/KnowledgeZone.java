package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.TimelineEntry;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import java.util.List;
import org.springframework.stereotype.Service;

/** What we know: the company and its dossiers, answers that fit, other requests, everything that happened. */
class KnowledgeZone extends Section {

    private static final int MAX_ANSWERS = 3;

    /** Where knowledge comes from. */
    @Service
    record Sources(Faq faq) {}

    private final Sources sources;
    private final CopyZone copy;
    private final Div rest = new Div();

    KnowledgeZone(Sources sources, CopyZone copy) {
        this.sources = sources;
        this.copy = copy;
        addClassNames("zone", "knowledge");
        getElement().setAttribute("aria-label", getTranslation("desk.KnowledgeZone.title"));
        add(copy, rest);
    }

    /** A request is opened. */
    void startAnew() {
        copy.startAnew();
    }

    /**
     * @param mine whether the reader holds the request
     */
    void show(CallbackSheet sheet, boolean mine, Wording wording) {
        copy.show(sheet, mine, wording);
        rest.removeAll();
        rest.add(answers(sheet), others(sheet.others(), wording), timeline(sheet.timeline(), wording));
    }

    private Component answers(CallbackSheet sheet) {
        List<FaqEntry> fitting = sources.faq().suggest(sheet.row().topic(), sheet.message(), MAX_ANSWERS);
        UnorderedList list = new UnorderedList();
        fitting.forEach(entry -> {
            Anchor link = new Anchor("/faq/" + entry.slug(), entry.question());
            link.setTarget(AnchorTarget.BLANK);
            link.setRouterIgnore(true);
            list.add(new ListItem(link));
        });
        return block("answers", fitting.isEmpty(), list);
    }

    private Component others(List<CallbackRow> rows, Wording wording) {
        UnorderedList list = new UnorderedList();
        rows.forEach(row -> {
            RouterLink link =
                    new RouterLink(row.reference(), CallSheetView.class, CallSheetView.parameters(row.reference()));
            Span what = new Span(getTranslation(
                    "desk.KnowledgeZone.other",
                    row.lastName(),
                    wording.topic(row.topic()),
                    wording.moment(row.receivedAt()),
                    wording.state(row)));
            list.add(new ListItem(link, what));
        });
        return block("others", rows.isEmpty(), list);
    }

    private Component timeline(List<TimelineEntry> entries, Wording wording) {
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        entries.reversed().forEach(entry -> list.add(line(entry, wording)));
        return block("timeline", entries.isEmpty(), list);
    }

    private ListItem line(TimelineEntry entry, Wording wording) {
        Span when = new Span(wording.moment(entry.at()));
        when.addClassName("when");
        Span what = new Span(what(entry, wording));
        ListItem item = new ListItem(when, what);
        if (entry.note() != null) {
            Paragraph note = new Paragraph(entry.note());
            note.addClassName("note");
            item.add(note);
        }
        if (entry.answer() != null) {
            item.add(new AnswerGiven(entry.answer(), sources.faq()));
        }
        return item;
    }

    private String what(TimelineEntry entry, Wording wording) {
        String who = wording.actor(entry.actor());
        String outcome = entry.outcome() == null ? "" : wording.outcome(entry.outcome());
        String target = entry.target() == null ? "" : wording.person(entry.target());
        String sentence = getTranslation("desk.fact." + entry.kind(), who, outcome, target);
        return entry.until() == null
                ? sentence
                : sentence + getTranslation("desk.fact.until", wording.moment(entry.until()));
    }

    private Component block(String key, boolean isEmpty, Component contents) {
        Div block = new Div(new H2(getTranslation("desk.KnowledgeZone." + key)));
        block.addClassName("block");
        block.add(isEmpty ? new Paragraph(getTranslation("desk.KnowledgeZone." + key + ".none")) : contents);
        return block;
    }
}
