package fr.rappel.statistics;

/** Where the figures of a period are shown, for views, and for letters that lead there. */
public final class StatisticsAddress {

    public static final String PATH = "console/statistiques";

    /** Where the files are that were asked for. */
    public static final String EXPORTS = "console/exports";

    public static final String FROM = "du";
    public static final String TO = "au";
    public static final String COMPARISON = "comparer";

    private StatisticsAddress() {}

    /** The figures of a period beside those of another one. */
    static String of(Period period, Comparison comparison) {
        return PATH + days(period) + "&" + COMPARISON + "=" + comparison;
    }

    /** A period as the beginning of a query. */
    public static String days(Period period) {
        return "?" + FROM + "=" + period.from() + "&" + TO + "=" + period.to();
    }
}
