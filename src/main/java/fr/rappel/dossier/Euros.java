package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An amount of money.
 *
 * @param cents may be negative: a credit note
 */
public record Euros(long cents) {

    /** Digits, in groups of three or not, then perhaps cents and the sign: "1250", "1 250,40 €", "1.250,4", "1250.40". */
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d{1,12}|\\d{1,3}(?:[ .’']\\d{3}){1,3})(?:[.,](\\d{1,2}))? ?(?:€|eur|euros?)?");

    /** The amount somebody typed; empty if the text writes none. A single group of three after a point is thousands. */
    public static Optional<Euros> parse(String typed) {
        String text = CleanText.clean(typed).toLowerCase(Locale.ROOT).replaceAll("\\p{Z}+", " ");
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        long euros = Long.parseLong(written.group(1).replaceAll("\\D", ""));
        String cents = written.group(2) == null ? "0" : written.group(2);
        return Optional.of(new Euros(euros * 100 + Long.parseLong(cents) * (cents.length() == 1 ? 10 : 1)));
    }

    /** As written in France, on one line: 1 250,40 €. */
    public String formatted() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator('\u202f');
        return new DecimalFormat("#,##0.00", symbols).format(cents / 100.0) + "\u00a0€";
    }
}
