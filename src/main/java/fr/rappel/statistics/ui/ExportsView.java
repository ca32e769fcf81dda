package fr.rappel.statistics.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.PageTurner;
import fr.rappel.shared.ui.Polling;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Export;
import fr.rappel.statistics.ExportNames;
import fr.rappel.statistics.ExportPage;
import fr.rappel.statistics.ExportStatus;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.StatisticsAddress;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** The files that were asked for: how far they are, and where to take them. */
@Route(StatisticsAddress.EXPORTS)
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/statistics.css")
class ExportsView extends Div implements HasDynamicTitle {

    private static final int REFRESH_MILLIS = 1_000;

    private final Exports exports;
    private final ExportNames files;
    private final ItemWords words;
    private final LineCalendar calendar;
    private final Map<String, String> names;
    private final Div list = new Div();
    private final Paragraph news = new Paragraph();
    private final Map<Long, ExportStatus> seen = new HashMap<>();
    private final PageTurner<Long> pages = new PageTurner<>(
            getTranslation("statistics.ExportsView.newer"),
            getTranslation("statistics.ExportsView.older"),
            this::refresh);
    private final Polling polling = new Polling(this, REFRESH_MILLIS, this::refresh);
    private final Map<Long, ExportLine> lines = new LinkedHashMap<>();

    ExportsView(Exports exports, ExportNames files, ItemWords words, LineCalendar calendar, UserAccounts accounts) {
        this.exports = exports;
        this.files = files;
        this.words = words;
        this.calendar = calendar;
        names = accounts.displayNames();
        addClassNames("statistics", "statistics-rows", "exports");
        Header head = new Header(
                new H1(getTranslation("statistics.ExportsView.title")),
                new Anchor("console/rapports", getTranslation("statistics.ReportsView.title")));
        head.addClassName("view-head");
        news.getElement().setAttribute("role", "status");
        add(
                head,
                new Paragraph(getTranslation("statistics.ExportsView.about", Exports.KEPT.toDays())),
                news,
                list,
                pages);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("statistics.ExportsView.title");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh();
    }

    /** Looks again every second, but only while a file is being written. */
    private void refresh() {
        ExportPage page = exports.page(pages.place());
        List<Export> latest = page.exports();
        if (list.getComponentCount() == 0 || !ids(latest).equals(List.copyOf(lines.keySet()))) {
            list.removeAll();
            list.add(latest.isEmpty() ? empty() : table(latest));
        } else {
            latest.forEach(
                    export -> Objects.requireNonNull(lines.get(export.id())).show(export));
        }
        pages.show(page.next());
        latest.forEach(this::announce);
        polling.during(latest.stream().anyMatch(export -> !export.status().isFinished()));
    }

    private static List<Long> ids(List<Export> latest) {
        return latest.stream().map(Export::id).toList();
    }

    /** Says it when a file that was on its way is there. */
    private void announce(Export export) {
        ExportStatus before = seen.put(export.id(), export.status());
        if (before != null && before != export.status() && export.status().isFinished()) {
            news.setText(getTranslation("statistics.ExportsView.news." + export.status(), files.of(export)));
        }
    }

    private Component empty() {
        Paragraph empty = new Paragraph(getTranslation("statistics.ExportsView.empty"));
        empty.addClassName("empty");
        return empty;
    }

    private Component table(List<Export> latest) {
        FigureTable table = new FigureTable(
                getPageTitle(),
                Stream.of("file", "contents", "asked", "status", "take")
                        .map(column -> getTranslation("statistics.ExportsView.column." + column))
                        .toList());
        FigureFormat format = new FigureFormat(getLocale());
        Map<Dimension, Function<String, String>> labels = new EnumMap<>(Dimension.class);
        lines.clear();
        latest.forEach(export -> {
            ExportLine line = new ExportLine(exports, files, format, export, this::refresh);
            lines.put(export.id(), line);
            table.addRow(
                    files.of(export),
                    List.of(
                            new Span(contents(export, format, labels)),
                            asked(export, format),
                            line.status(),
                            line.take()));
        });
        return table;
    }

    private String contents(Export export, FigureFormat format, Map<Dimension, Function<String, String>> labels) {
        var query = export.query();
        String what = switch (export.contents()) {
            case ROWS ->
                getTranslation("statistics.measure." + query.measure()) + " – "
                        + labels.computeIfAbsent(query.by(), by -> words.labels(by, format.locale()))
                                .apply(query.item());
            case BREAKDOWN -> getTranslation("statistics.dimension." + query.by());
            case DAYS, HOURS, QUESTIONS -> getTranslation("statistics.exportContents." + export.contents());
        };
        String contents = about("contents", what, query.period(), format);
        return export.comparison()
                .of(query.period())
                .map(other -> about("compared", contents, other, format))
                .orElse(contents);
    }

    private String about(String key, String what, Period days, FigureFormat format) {
        return getTranslation("statistics.ExportsView." + key, what, format.day(days.from()), format.day(days.to()));
    }

    private Span asked(Export export, FigureFormat format) {
        return new Span(getTranslation(
                "statistics.ExportsView.asked",
                format.moment(export.requestedAt().atZone(calendar.zone())),
                names.getOrDefault(export.requestedBy(), export.requestedBy())));
    }
}
