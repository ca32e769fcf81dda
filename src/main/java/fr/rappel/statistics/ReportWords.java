package fr.rappel.statistics;

import fr.rappel.shared.SpokenTime;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** What reports say in one language, on paper and by mail. */
record ReportWords(MessageSource messages, Locale locale) {

    String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    String name(Figure figure) {
        return of("statistics.figure." + figure);
    }

    String value(Unit unit, FigureValue value) {
        return format().value(unit, value);
    }

    /** A figure by itself: a share or a mean with what it was taken from. */
    String withSample(Figure figure, FigureValue value) {
        String written = value(figure.unit(), value);
        return figure.unit() == Unit.COUNT
                ? written
                : of(
                        "statistics.ReportWords.withSample",
                        written,
                        of("statistics.sample." + figure.rows(), value.sample()));
    }

    /** What a breakdown says in one cell: a share or a mean with what it was taken from. */
    String ofItem(Figure figure, Counted counted) {
        FigureValue value = figure.of(counted);
        String written = value(figure.unit(), value);
        boolean needsSample = figure.unit() != Unit.COUNT && value.sample() > 0;
        return needsSample
                ? written + " " + of("statistics.BreakdownSection.sample", format().count(value.sample()))
                : written;
    }

    /** The value of another period, and how far this one is from it where that can be said. */
    String compared(Unit unit, FigureValue value, FigureValue then) {
        Change change = format().change(unit, value, then);
        return of("statistics.ReportPaper.compared." + change.kind(), change.other(), change.by());
    }

    /** A sentence about a period's first and last day. */
    String period(String key, Period period) {
        return of(key, format().day(period.from()), format().day(period.to()));
    }

    /** A sentence, and that nothing is known before a day. */
    String nothingBefore(String sentence, LocalDate since) {
        return of("statistics.StatisticsView.nothingBefore", sentence, format().day(since));
    }

    /** A period inside a sentence. */
    String days(Period period) {
        return SpokenTime.in(locale).days(period.from(), period.to());
    }

    String moment(ZonedDateTime at) {
        return format().moment(at);
    }

    private FigureFormat format() {
        return new FigureFormat(locale);
    }
}
