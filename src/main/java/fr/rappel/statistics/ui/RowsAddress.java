package fr.rappel.statistics.ui;

import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where the rows behind a number are shown. */
final class RowsAddress {

    static final String PATH = "console/statistiques/demandes";
    static final String MEASURE = "mesure";
    static final String BY = "par";
    static final String ITEM = "valeur";

    private RowsAddress() {}

    static String of(Period period, Measure measure, Dimension by, String item) {
        return PATH + "?" + Choice.FROM + "=" + period.from() + "&" + Choice.TO + "=" + period.to() + "&" + MEASURE
                + "=" + measure + "&" + BY + "=" + by + "&" + ITEM + "="
                + URLEncoder.encode(item, StandardCharsets.UTF_8);
    }
}
