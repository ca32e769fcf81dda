package fr.rappel.desk.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.annotation.UIScope;
import fr.rappel.callback.CallbackList;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.ListCounts;
import fr.rappel.callback.ListFilter;
import fr.rappel.callback.ListView;
import fr.rappel.callback.RowPage;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.PageTurner;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The agents' home: the work list, its parts as chips with counts, and "take the next". One per window, so that part,
 * filters and page are still there when the agent comes back from a request.
 */
@Route("console")
@Component
@UIScope
@Menu(order = 1, title = "desk.WorkListView.title")
@RolesAllowed(Roles.AGENT)
class WorkListView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final List<ListView> PARTS = List.of(
            ListView.TO_CALL,
            ListView.MINE,
            ListView.PLANNED,
            ListView.LATE,
            ListView.TAKEN,
            ListView.REVIEW,
            ListView.CLOSED,
            ListView.ALL);

    private final CallbackList list;
    private final CallbackWork work;
    private final Vocabulary vocabulary;
    private final WorkFilters filters;
    private final WorkTable table;
    private final Map<ListView, Button> chips = new EnumMap<>(ListView.class);
    private final Button next;
    private final PageTurner<String> pages;
    private final Paragraph empty = new Paragraph();
    private ListView part = ListView.TO_CALL;

    WorkListView(
            CallbackList list,
            CallbackWork work,
            Vocabulary vocabulary,
            WorkFilters.Choices choices,
            DeskUpdates updates) {
        this.list = list;
        this.work = work;
        this.vocabulary = vocabulary;
        addClassName("work-list");
        table = new WorkTable(labels());
        table.onTake(this::take);
        pages = new PageTurner<>(
                getTranslation("desk.WorkListView.previousPage"),
                getTranslation("desk.WorkListView.nextPage"),
                this::refresh);
        filters = new WorkFilters(choices, pages::restart);
        next = new Button("", click -> takeNext());
        next.addThemeVariants(ButtonVariant.PRIMARY);
        next.getElement().setAttribute("aria-keyshortcuts", "n").setAttribute("data-key", "n");
        Header head = new Header(new H1(getTranslation("desk.WorkListView.title")), next);
        head.addClassName("view-head");
        empty.addClassName("empty");
        empty.getElement().setAttribute("role", "status");
        add(head, chips(), filters, table, empty, pages);
        updates.whileAttached(this, this::refresh);
    }

    /** Other pages lead to a part of the list by its name. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation()
                .getQueryParameters()
                .getSingleParameter("part")
                .flatMap(name ->
                        PARTS.stream().filter(view -> view.name().equals(name)).findFirst())
                .ifPresentOrElse(this::show, this::refresh);
    }

    private void show(ListView chosen) {
        part = chosen;
        pages.restart();
    }

    /** Who comes back from a request finds the part that was looked at. */
    private void rememberInAddress() {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "console?part=" + part));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.WorkListView.title");
    }

    private void refresh() {
        ListFilter filter = filters.filter(part);
        RowPage page = list.page(filter, filters.order(part), pages.place(), CallbackList.PAGE_SIZE);
        Wording wording = vocabulary.in(getLocale());
        table.show(page.rows().stream().map(wording::row).toList());
        empty.setVisible(page.rows().isEmpty());
        empty.setText(getTranslation(
                filter.narrows() ? "desk.WorkListView.emptyFiltered" : "desk.WorkListView.empty." + part));
        pages.show(page.next());
        count(list.counts());
    }

    private void count(ListCounts counts) {
        chips.forEach((view, chip) -> {
            chip.setText(getTranslation("desk.WorkListView.part." + view) + number(counts, view));
            chip.getElement().setAttribute("aria-pressed", String.valueOf(view == part));
        });
        next.setText(getTranslation("desk.WorkListView.next"));
        next.setEnabled(counts.of(ListView.TO_CALL) > 0);
    }

    private static String number(ListCounts counts, ListView view) {
        return counts.has(view) ? " " + counts.of(view) + (counts.capped(view) ? "+" : "") : "";
    }

    private Div chips() {
        Div row = new Div();
        row.addClassName("chips");
        row.getElement()
                .setAttribute("role", "group")
                .setAttribute("aria-label", getTranslation("desk.WorkListView.parts"));
        for (ListView view : PARTS) {
            Button chip = new Button("", click -> {
                show(view);
                rememberInAddress();
            });
            chip.addClassName("chip");
            chips.put(view, chip);
            row.add(chip);
        }
        return row;
    }

    private void takeNext() {
        work.takeNext()
                .ifPresentOrElse(this::open, () -> Notices.info(getTranslation("desk.WorkListView.nothingWaits")));
    }

    private void take(String reference) {
        try {
            work.take(reference);
            open(reference);
        } catch (Refusal refusal) {
            Notices.refused(vocabulary.in(getLocale()).refusal(refusal));
            refresh();
        }
    }

    private void open(String reference) {
        getUI().ifPresent(ui -> ui.navigate(CallSheetView.class, CallSheetView.parameters(reference)));
    }

    private WorkTable.Labels labels() {
        return new WorkTable.Labels(
                getTranslation("desk.WorkListView.title"),
                List.of("state", "caller", "topic", "region", "waited", "place", "attempts", "holder").stream()
                        .map(column -> getTranslation("desk.WorkListView.column." + column))
                        .toList(),
                getTranslation("desk.WorkListView.take"),
                getTranslation("desk.WorkListView.takeNamed", "{name}"));
    }
}
