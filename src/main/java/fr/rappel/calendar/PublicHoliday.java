package fr.rappel.calendar;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * The eleven public holidays of the whole of France, by today's law whatever the year (Code du travail, article
 * L. 3133-1). What Alsace-Moselle and the overseas departments add is not among them.
 */
enum PublicHoliday {
    NEW_YEAR("Jour de l'An", fixed(1, 1)),
    EASTER_MONDAY("Lundi de Pâques", afterEaster(1)),
    LABOUR_DAY("Fête du Travail", fixed(5, 1)),
    VICTORY_1945("Victoire de 1945", fixed(5, 8)),
    ASCENSION("Ascension", afterEaster(39)),
    WHIT_MONDAY("Lundi de Pentecôte", afterEaster(50)),
    NATIONAL_DAY("Fête nationale", fixed(7, 14)),
    ASSUMPTION("Assomption", fixed(8, 15)),
    ALL_SAINTS("Toussaint", fixed(11, 1)),
    ARMISTICE_1918("Armistice de 1918", fixed(11, 11)),
    CHRISTMAS("Noël", fixed(12, 25));

    private final String frenchName;
    private final Predicate<LocalDate> rule;

    PublicHoliday(String frenchName, Predicate<LocalDate> rule) {
        this.frenchName = frenchName;
        this.rule = rule;
    }

    /** The name in data: plain apostrophe, as in published lists of holidays. Screens take theirs from the bundle. */
    String frenchName() {
        return frenchName;
    }

    boolean isOn(LocalDate day) {
        return rule.test(day);
    }

    private static Predicate<LocalDate> fixed(int month, int dayOfMonth) {
        return day -> day.getDayOfMonth() == dayOfMonth && day.getMonthValue() == month;
    }

    private static Predicate<LocalDate> afterEaster(int days) {
        // Easter is computed only in the months in which its family can fall: the question is asked very often.
        return day -> day.getMonthValue() >= 3
                && day.getMonthValue() <= 6
                && day.equals(easter(day.getYear()).plusDays(days));
    }

    /** Easter Sunday of a Gregorian year, after Meeus, Jones and Butcher (Jean Meeus, Astronomical Algorithms). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - epact - inCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int marchDay = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, marchDay / 31, marchDay % 31 + 1);
    }
}
