package fr.rappel.statistics;

import fr.rappel.faq.Faq;
import fr.rappel.faq.FaqEntry;
import fr.rappel.faq.FaqUses;
import fr.rappel.faq.UseKind;
import fr.rappel.faq.UsePage;
import fr.rappel.shared.SpokenTime;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the page of figures shows beside the breakdown: the volumes of each day, the hours, the counters of the questions. */
@Component
class PageLines implements ExportLines {

    private static final String WHAT = "statistics.VolumeSection.";
    private static final String COUNTER = "statistics.FaqRowsView.";

    private final PeriodCount count;
    private final FaqUses uses;
    private final Faq faq;
    private final MessageSource messages;

    PageLines(PeriodCount count, FaqUses uses, Faq faq, MessageSource messages) {
        this.count = count;
        this.uses = uses;
        this.faq = faq;
        this.messages = messages;
    }

    @Override
    public long expected(Export export) {
        Period period = export.query().period();
        return switch (export.contents()) {
            case DAYS ->
                Math.max(
                        daysSoFar(count.report(period, Set.of())).size(),
                        daysBefore(export).size());
            case HOURS -> DayOfWeek.values().length;
            default ->
                Stream.of(UseKind.values())
                        .mapToLong(kind -> uses.rows(kind, period.from(), period.to()))
                        .sum();
        };
    }

    @Override
    public void write(Export export, Sheet sheet, LongConsumer written) throws IOException {
        switch (export.contents()) {
            case DAYS -> days(export, sheet, written);
            case HOURS -> hours(export, sheet, written);
            default -> questions(export, sheet, written);
        }
    }

    /** As on the page: the first day of the other period beside the first; it may have more of them. */
    private void days(Export export, Sheet sheet, LongConsumer written) throws IOException {
        Period period = export.query().period();
        List<Report.Day> days = daysSoFar(count.report(period, Set.of()));
        List<Report.Day> before = daysBefore(export);
        List<String> titles = new ArrayList<>(
                List.of(COUNTER + "day", WHAT + "received", WHAT + "called", WHAT + "closed", WHAT + "open"));
        if (!before.isEmpty()) {
            titles.addAll(List.of(WHAT + "dayBefore", WHAT + "before"));
        }
        sheet.row(titles.stream().map(key -> text(key, export)).toList());
        int lines = Math.max(days.size(), before.size());
        for (int i = 0; i < lines; i++) {
            List<Object> cells = new ArrayList<>(i < days.size() ? day(days.get(i)) : List.of("", "", "", "", ""));
            if (!before.isEmpty()) {
                cells.addAll(i < before.size() ? dayBefore(before.get(i)) : List.of("", ""));
            }
            sheet.row(cells);
        }
        written.accept(lines);
    }

    /** Of what the period is compared with, none if with nothing. */
    private List<Report.Day> daysBefore(Export export) {
        return count.compared(export.query().period(), export.comparison(), Set.of(), Set.of())
                .map(PageLines::daysSoFar)
                .orElse(List.of());
    }

    private static List<Object> day(Report.Day day) {
        return List.of(
                day.date(),
                day.counted().events(Measure.RECEIVED),
                day.counted().events(Measure.FIRST_CALL),
                day.counted().events(Measure.CLOSED),
                day.open());
    }

    private static List<Object> dayBefore(Report.Day day) {
        return List.of(day.date(), day.counted().events(Measure.RECEIVED));
    }

    /** Nobody knows what will be open on a day to come. */
    private static List<Report.Day> daysSoFar(Report report) {
        return report.days().stream()
                .filter(day -> !day.date().isAfter(report.today()))
                .toList();
    }

    private void hours(Export export, Sheet sheet, LongConsumer written) throws IOException {
        List<Object> titles = new ArrayList<>(List.of(text("statistics.HeatMap.day", export)));
        for (int hour = 0; hour < 24; hour++) {
            titles.add(hour);
        }
        sheet.row(titles);
        Map<String, Counted> hours = count.report(export.query().period(), EnumSet.of(Dimension.WEEK_HOUR))
                .by(Dimension.WEEK_HOUR);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Object> cells =
                    new ArrayList<>(List.of(SpokenTime.in(export.language()).day(day)));
            for (int hour = 0; hour < 24; hour++) {
                String key = Dimension.weekHour(day, hour);
                cells.add(hours.getOrDefault(key, Counted.NOTHING).events(Measure.RECEIVED));
            }
            sheet.row(cells);
        }
        written.accept(DayOfWeek.values().length);
    }

    private void questions(Export export, Sheet sheet, LongConsumer written) throws IOException {
        sheet.row(Stream.of("kind", "day", "item", "times")
                .map(column -> text(COUNTER + column, export))
                .toList());
        LocalDate from = export.query().period().from();
        LocalDate to = export.query().period().to();
        long lines = 0;
        for (UseKind kind : UseKind.values()) {
            UsePage page = uses.page(kind, null, from, to, null);
            lines = write(kind, page, export, sheet, lines);
            while (page.next() != null) {
                page = uses.page(kind, null, from, to, page.next());
                lines = write(kind, page, export, sheet, lines);
                written.accept(lines);
            }
        }
        written.accept(lines);
    }

    private long write(UseKind kind, UsePage page, Export export, Sheet sheet, long before) throws IOException {
        for (UsePage.Row row : page.rows()) {
            String item = kind.isOfEntries()
                    ? faq.entry(row.item()).map(FaqEntry::question).orElse(row.item())
                    : row.item();
            sheet.row(List.of(text("statistics.useKind." + kind, export), row.day(), item, row.times()));
        }
        return before + page.rows().size();
    }

    private String text(String key, Export export) {
        return messages.getMessage(key, null, export.language());
    }
}
