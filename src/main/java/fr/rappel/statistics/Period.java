package fr.rappel.statistics;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Whole days, in the zone of the line.
 *
 * @param from first day
 * @param to last day, included
 */
public record Period(LocalDate from, LocalDate to) {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final int MAX_YEARS = 10;

    /**
     * @throws PeriodRefused if it ends before it begins, is longer than ten years or not in the years 2000 to 2999
     */
    public Period {
        if (from.isBefore(FIRST) || to.isBefore(FIRST) || from.isAfter(LAST) || to.isAfter(LAST)) {
            throw new PeriodRefused("outside");
        }
        if (to.isBefore(from)) {
            throw new PeriodRefused("order");
        }
        if (!to.isBefore(from.plusYears(MAX_YEARS))) {
            throw new PeriodRefused("length");
        }
    }

    /** The days of it. */
    public long days() {
        return ChronoUnit.DAYS.between(from, to) + 1;
    }

    /** As many days right before it. */
    public Period before() {
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** The same dates a year earlier; the end of February stays one. */
    public Period yearBefore() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }

    Moments moments(ZoneId zone) {
        return new Moments(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
