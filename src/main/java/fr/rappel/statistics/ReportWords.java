package fr.rappel.statistics;

import fr.rappel.shared.SpokenTime;
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

    /** The value of another period, and how far this one is from it where that can be said. */
    String compared(Unit unit, FigureValue value, FigureValue then) {
        String other = format().value(unit, then);
        return FigureFormat.isComparable(unit, value, then)
                ? of(
                        "statistics.ReportPaper.compared." + (unit == Unit.SHARE ? "points" : "percent"),
                        other,
                        format().change(unit, value, then))
                : other;
    }

    /** A sentence about a period's first and last day. */
    String period(String key, Period period) {
        return of(key, format().day(period.from()), format().day(period.to()));
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
