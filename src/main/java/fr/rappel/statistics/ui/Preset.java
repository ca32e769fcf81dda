package fr.rappel.statistics.ui;

import fr.rappel.statistics.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;

/** Periods that are asked for most; each ends today. */
enum Preset {
    TODAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR;

    Period period(LocalDate today) {
        LocalDate from = switch (this) {
            case TODAY -> today;
            case WEEK -> today.minusDays(6);
            case MONTH -> YearMonth.from(today).atDay(1);
            case QUARTER -> today.with(IsoFields.DAY_OF_QUARTER, 1);
            case YEAR -> today.withDayOfYear(1);
        };
        return new Period(from, today);
    }
}
