package fr.rappel.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A part of a period that is read from counts of one grain: its whole months, and the days before and after them. */
record Span(Grain grain, LocalDate from, LocalDate to) {

    static List<Span> of(Period period) {
        LocalDate firstOfMonth = period.from()
                .minusDays(1)
                .with(date -> YearMonth.from(date).plusMonths(1).atDay(1));
        LocalDate afterMonths = YearMonth.from(period.to().plusDays(1)).atDay(1);
        if (!firstOfMonth.isBefore(afterMonths)) {
            return List.of(new Span(Grain.DAY, period.from(), period.to()));
        }
        List<Span> spans = new ArrayList<>();
        if (period.from().isBefore(firstOfMonth)) {
            spans.add(new Span(Grain.DAY, period.from(), firstOfMonth.minusDays(1)));
        }
        spans.add(new Span(Grain.MONTH, firstOfMonth, afterMonths.minusDays(1)));
        if (!period.to().isBefore(afterMonths)) {
            spans.add(new Span(Grain.DAY, afterMonths, period.to()));
        }
        return spans;
    }
}
