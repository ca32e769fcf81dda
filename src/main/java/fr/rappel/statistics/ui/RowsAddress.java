package fr.rappel.statistics.ui;

import fr.rappel.faq.UseKind;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.StatisticsAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the rows behind a number are shown. */
final class RowsAddress {

    static final String PATH = StatisticsAddress.PATH + "/demandes";
    static final String MEASURE = "mesure";
    static final String BY = "par";
    static final String ITEM = "valeur";
    static final String AFTER = "apres";

    /** Of those behind a number of one's own. */
    static final String OWN_PATH = "console/mes-chiffres/demandes";

    /** Of those behind a number of the public questions. */
    static final String QUESTIONS_PATH = StatisticsAddress.PATH + "/faq";

    static final String KIND = "compte";

    private RowsAddress() {}

    static String of(Period period, Measure measure, Dimension by, String item) {
        return PATH + StatisticsAddress.days(period) + "&" + MEASURE + "=" + measure + "&" + BY + "=" + by + "&" + ITEM
                + "=" + encoded(item);
    }

    /** Of what whoever opens it did: no name stands in it. */
    static String own(Period period, Measure measure) {
        return OWN_PATH + StatisticsAddress.days(period) + "&" + MEASURE + "=" + measure;
    }

    static String of(Period period, UseKind kind) {
        return QUESTIONS_PATH + StatisticsAddress.days(period) + "&" + KIND + "=" + kind;
    }

    /** Of one answer, or of one text that was looked for. */
    static String of(Period period, UseKind kind, String item) {
        return of(period, kind) + "&" + ITEM + "=" + encoded(item);
    }

    /** The page of an address that begins after a place. */
    static String after(String address, String place) {
        return address + "&" + AFTER + "=" + encoded(place);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
