package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import fr.rappel.faq.Readership;
import fr.rappel.faq.UseKind;
import fr.rappel.faq.UsePage;
import fr.rappel.shared.Roles;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Period;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows behind a number of the public questions: how often what was read or looked for on each day. */
@Route(RowsAddress.QUESTIONS_PATH)
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
class FaqRowsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Readership readership;
    private final Faq faq;
    private final LineCalendar calendar;
    private final Clock clock;

    FaqRowsView(Readership readership, Faq faq, LineCalendar calendar, Clock clock) {
        this.readership = readership;
        this.faq = faq;
        this.calendar = calendar;
        this.clock = clock;
        addClassNames("statistics", "statistics-rows");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters address = event.getLocation().getQueryParameters();
        LocalDate today = LocalDate.ofInstant(clock.instant(), calendar.zone());
        Period period = Choice.period(address).orElseGet(() -> Preset.MONTH.period(today));
        Optional<UseKind> asked = Choice.named(UseKind.values(), address.getSingleParameter(RowsAddress.KIND));
        UseKind kind = asked.orElse(UseKind.READ);
        String item = asked.filter(UseKind::hasItems)
                .flatMap(known -> address.getSingleParameter(RowsAddress.ITEM))
                .filter(foreign -> foreign.chars().noneMatch(Character::isISOControl))
                .orElse(null);
        UsePage page = readership.page(
                kind,
                item,
                period.from(),
                period.to(),
                address.getSingleParameter(RowsAddress.AFTER).orElse(null));
        show(period, kind, item, page);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.FaqRowsView.title");
    }

    private void show(Period period, UseKind kind, @Nullable String item, UsePage page) {
        FigureFormat format = new FigureFormat(getLocale());
        removeAll();
        Header head = new Header(new H1(getPageTitle()));
        head.addClassName("view-head");
        add(
                head,
                new Paragraph(getTranslation(
                        "statistics.FaqRowsView.about",
                        item == null
                                ? getTranslation("statistics.useKind." + kind)
                                : getTranslation(
                                        "statistics.FaqRowsView.ofItem",
                                        getTranslation("statistics.useKind." + kind),
                                        item(kind, item)),
                        format.day(period.from()),
                        format.day(period.to()))));
        if (page.rows().isEmpty()) {
            Paragraph nothing = new Paragraph(getTranslation("statistics.RowsView.empty"));
            nothing.addClassName("empty");
            add(nothing);
        } else {
            add(table(kind, page.rows(), format));
        }
        if (page.next() != null) {
            Div pages = new Div(new Anchor(
                    RowsAddress.after(
                            item == null ? RowsAddress.of(period, kind) : RowsAddress.of(period, kind, item),
                            page.next()),
                    getTranslation("statistics.RowsView.older")));
            pages.addClassName("pages");
            add(pages);
        }
    }

    private Component table(UseKind kind, List<UsePage.Row> rows, FigureFormat format) {
        boolean named = kind.hasItems();
        List<String> columns = new ArrayList<>();
        columns.add(getTranslation("statistics.FaqRowsView.day"));
        if (named) {
            columns.add(getTranslation("statistics.FaqRowsView.item." + kind));
        }
        columns.add(getTranslation("statistics.FaqRowsView.times"));
        FigureTable table = new FigureTable(getPageTitle(), columns);
        for (UsePage.Row row : rows) {
            Span times = new Span(format.count(row.times()));
            table.addRow(
                    format.day(row.day()), named ? List.of(new Span(item(kind, row.item())), times) : List.of(times));
        }
        return table;
    }

    private String item(UseKind kind, String item) {
        return kind.isOfEntries() ? faq.entry(item).map(FaqEntry::question).orElse(item) : item;
    }
}
