package fr.rappel.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** How often somebody gets a report: of each week (Monday to Sunday), calendar month or quarter that is over. */
public enum ReportCadence {
    WEEK,
    MONTH,
    QUARTER;

    /** The one of these periods to which a day belongs. */
    Period containing(LocalDate day) {
        return switch (this) {
            case WEEK -> {
                LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield new Period(monday, monday.plusDays(6));
            }
            case MONTH ->
                new Period(YearMonth.from(day).atDay(1), YearMonth.from(day).atEndOfMonth());
            case QUARTER -> {
                LocalDate first = day.with(IsoFields.DAY_OF_QUARTER, 1);
                yield new Period(first, first.plusMonths(3).minusDays(1));
            }
        };
    }

    /** The latest of these periods that was over when a day began. */
    Period finishedBefore(LocalDate day) {
        return containing(containing(day).from().minusDays(1));
    }
}
