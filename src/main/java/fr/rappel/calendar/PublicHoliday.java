package fr.rappel.calendar;

import java.time.LocalDate;
import java.util.function.IntFunction;

/**
 * The eleven public holidays of the whole of France, by today's law whatever the year (Code du travail, article
 * L. 3133-1). What Alsace-Moselle and the overseas departments add is not among them.
 */
enum PublicHoliday {
    NEW_YEAR("Jour de l'An", year -> LocalDate.of(year, 1, 1)),
    EASTER_MONDAY("Lundi de Pâques", year -> easter(year).plusDays(1)),
    LABOUR_DAY("Fête du Travail", year -> LocalDate.of(year, 5, 1)),
    VICTORY_1945("Victoire de 1945", year -> LocalDate.of(year, 5, 8)),
    ASCENSION("Ascension", year -> easter(year).plusDays(39)),
    WHIT_MONDAY("Lundi de Pentecôte", year -> easter(year).plusDays(50)),
    NATIONAL_DAY("Fête nationale", year -> LocalDate.of(year, 7, 14)),
    ASSUMPTION("Assomption", year -> LocalDate.of(year, 8, 15)),
    ALL_SAINTS("Toussaint", year -> LocalDate.of(year, 11, 1)),
    ARMISTICE_1918("Armistice de 1918", year -> LocalDate.of(year, 11, 11)),
    CHRISTMAS("Noël", year -> LocalDate.of(year, 12, 25));

    private final String frenchName;
    private final IntFunction<LocalDate> date;

    PublicHoliday(String frenchName, IntFunction<LocalDate> date) {
        this.frenchName = frenchName;
        this.date = date;
    }

    /** The name in data: plain apostrophe, as in published lists of holidays. Screens take theirs from the bundle. */
    String frenchName() {
        return frenchName;
    }

    LocalDate in(int year) {
        return date.apply(year);
    }

    boolean isOn(LocalDate day) {
        return in(day.getYear()).equals(day);
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
