package fr.rappel.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

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

    /** A month, a quarter and a year, in months. */
    private static final List<Integer> CALENDAR = List.of(1, 3, 12);

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

    /**
     * What it is compared with as the one before. Several days of one month, quarter or year, from its first day on: the same
     * part of the one before, so 1 to 15 November goes with 1 to 15 October, and a quarter with a quarter. Other whole months:
     * as many right before. Whatever else, a day as well: as many days right before; a week from Monday to Sunday is compared
     * with a week even when its Monday is the first of a month.
     */
    public Period before() {
        if (days() > 1 && !isWeek()) {
            for (int months : CALENDAR) {
                if (isFirstPartOf(months)) {
                    return monthsEarlier(months);
                }
            }
            if (isWholeMonths()) {
                return monthsEarlier(ChronoUnit.MONTHS.between(from, to.plusDays(1)));
            }
        }
        return new Period(from.minusDays(days()), from.minusDays(1));
    }

    /** The same dates a year earlier; whole months stay whole, and 29 February goes with the 28th. */
    public Period yearBefore() {
        return monthsEarlier(12);
    }

    private boolean isFirstPartOf(int months) {
        return from.getDayOfMonth() == 1
                && (from.getMonthValue() - 1) % months == 0
                && to.isBefore(from.plusMonths(months));
    }

    private boolean isWeek() {
        return days() == 7 && from.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    private boolean isWholeMonths() {
        return from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1;
    }

    /** Months differ in length: one that is whole here is whole there. */
    private Period monthsEarlier(long months) {
        return new Period(
                from.minusMonths(months),
                isWholeMonths() ? to.plusDays(1).minusMonths(months).minusDays(1) : to.minusMonths(months));
    }

    Moments moments(ZoneId zone) {
        return new Moments(
                from.atStartOfDay(zone).toInstant(),
                to.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
