package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.Siret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a typed text may be, by its form. Everything is bounded, whatever is typed.
 *
 * @param words of a name: lower case, no accents; empty if no letter was typed
 * @param wholes the whole name without spaces, as it is typed and with each word of few as the first: "goffmariele"
 * @param number letters and digits of any number; null if there is no digit
 * @param digits beginning of a SIREN or SIRET
 * @param email beginning of an address, in lower case
 * @param cents what an amount may be: without a sign, a credit note as well
 */
record SearchText(
        List<String> words,
        List<String> wholes,
        @Nullable String number,
        @Nullable String digits,
        @Nullable String email,
        List<Long> cents) {

    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final int SHORTEST = 2;
    private static final int MOST_WORDS = 5;

    /** A minus as keyboards, word processors and banks write it. */
    private static final Pattern NEGATIVE = Pattern.compile("[-\u2010-\u2013\u2212]\\p{Z}*(.*)");

    private static final Pattern SIGN_OF_ADDRESS = Pattern.compile("[^@\\p{Z}]@|@[^@\\p{Z}]");

    static SearchText of(String typed) {
        String text = CleanText.clean(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        String key = CleanText.key(text);
        String number = key.replace(" ", "");
        boolean hasDigit = number.chars().anyMatch(SearchText::isDigit);
        boolean hasLetter = number.codePoints().anyMatch(Character::isLetter);
        boolean isNumber = hasDigit && number.length() > SHORTEST && number.length() <= LONGEST_NUMBER;
        List<String> words = hasLetter && key.length() >= SHORTEST ? Arrays.asList(key.split(" ")) : List.of();
        return new SearchText(
                words.stream().distinct().limit(MOST_WORDS).toList(),
                wholes(words),
                isNumber ? number : null,
                Siret.searchKey(text).orElse(null),
                number.length() > SHORTEST && hasLetter ? address(text) : null,
                cents(text));
    }

    /** Whether it can be nothing but an e-mail address or its beginning. */
    boolean isAddress() {
        return email != null && email.indexOf('@') > 0;
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    /** No address holds a space: one beside what is typed of an address is a slip, or was copied along. */
    private static @Nullable String address(String text) {
        String joined = text.toLowerCase(Locale.ROOT).replaceAll("\\p{Z}+", "");
        return joined.length() == text.length() || SIGN_OF_ADDRESS.matcher(text).find() ? joined : null;
    }

    private static List<String> wholes(List<String> words) {
        List<String> wholes = new ArrayList<>();
        List<String> turned = new ArrayList<>(words);
        for (int i = 0; i < (words.size() > MOST_WORDS ? 1 : words.size()); i++) {
            wholes.add(String.join("", turned));
            Collections.rotate(turned, -1);
        }
        return wholes;
    }

    private static List<Long> cents(String text) {
        Matcher negative = NEGATIVE.matcher(text);
        boolean signed = negative.matches();
        Optional<Long> cents = Euros.parse(signed ? negative.group(1) : text).map(Euros::cents);
        return cents.map(c -> signed ? List.of(-c) : List.of(c, -c)).orElse(List.of());
    }
}
