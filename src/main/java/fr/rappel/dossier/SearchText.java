package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.Siret;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a typed text may be, by its form. Everything is bounded, whatever is typed.
 *
 * @param words of a name: lower case, no accents; empty if no letter was typed
 * @param number letters and digits of any number; null if there is no digit
 * @param digits beginning of a SIREN or SIRET
 * @param email beginning of an address, in lower case
 * @param cents an amount
 */
record SearchText(
        List<String> words,
        @Nullable String number,
        @Nullable String digits,
        @Nullable String email,
        @Nullable Long cents) {

    private static final int LONGEST = 200;
    private static final int LONGEST_NUMBER = 40;
    private static final int SHORTEST = 2;
    private static final int MOST_WORDS = 5;

    static SearchText of(String typed) {
        String text = CleanText.clean(typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed);
        String key = CleanText.key(text);
        String number = key.replace(" ", "");
        boolean hasDigit = number.chars().anyMatch(SearchText::isDigit);
        boolean hasLetter = number.codePoints().anyMatch(Character::isLetter);
        boolean isNumber = hasDigit && number.length() > SHORTEST && number.length() <= LONGEST_NUMBER;
        boolean isAddress = number.length() > SHORTEST && hasLetter && !text.contains(" ");
        return new SearchText(
                hasLetter && key.length() >= SHORTEST
                        ? Arrays.stream(key.split(" "))
                                .distinct()
                                .limit(MOST_WORDS)
                                .toList()
                        : List.of(),
                isNumber ? number : null,
                Siret.searchKey(text).orElse(null),
                isAddress ? text.toLowerCase(Locale.ROOT) : null,
                Euros.parse(text).map(Euros::cents).orElse(null));
    }

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
