package fr.rappel.shared;

import static fr.rappel.shared.NumberingPlan.METROPOLITAN;
import static fr.rappel.shared.NumberingPlan.SAINT_PIERRE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a written number, whole or only begun, tells to press.
 *
 * @param keys digits 0 to 9, with or without a leading plus sign
 */
record DialledNumber(String keys) {

    private static final String URI_SCHEME = "tel:";

    /** A national number without its zero: nine digits, as spreadsheets leave it. */
    private static final int WITHOUT_ZERO = 9;

    /**
     * Removes what people put between digits and around them.
     *
     * @return empty if anything else is left: letters, signs, a plus elsewhere than in front
     */
    static Optional<DialledNumber> of(@Nullable String raw) {
        String text = Digits.withoutSeparators(raw);
        String number = text.regionMatches(true, 0, URI_SCHEME, 0, URI_SCHEME.length())
                ? text.substring(URI_SCHEME.length())
                : text;
        var keys = new StringBuilder(number.length());
        for (int c : number.codePoints().toArray()) {
            int digit = Character.digit(c, 10);
            if (digit >= 0) {
                keys.append(digit);
            } else if (c == '+' && keys.isEmpty()) {
                keys.append('+');
            } else if (c != '(' && c != ')' && c != '/') {
                return Optional.empty();
            }
        }
        return Optional.of(new DialledNumber(keys.indexOf("00") == 0 ? "+" + keys.substring(2) : keys.toString()));
    }

    /**
     * The same number as dialled from abroad, country first, without the plus sign. Local writings of overseas France go
     * to their own calling code, even behind +33.
     *
     * @return empty if the country cannot be told
     */
    Optional<String> international() {
        if (keys.startsWith("+")) {
            return Optional.of(fromAbroad(keys.substring(1)));
        }
        if (keys.startsWith("0")) {
            return Optional.of(fromFrance(keys));
        }
        if (keys.length() == WITHOUT_ZERO) {
            return Optional.of(fromFrance("0" + keys));
        }
        return keys.length() > WITHOUT_ZERO + 1
                ? NumberingPlan.callingCode(keys).map(code -> fromAbroad(keys))
                : Optional.empty();
    }

    private static String fromAbroad(String digits) {
        String code = NumberingPlan.callingCode(digits).orElse("");
        if (code.isEmpty()) {
            return digits;
        }
        // +33 (0)1…, and even +33 (0)01…: no French number goes on with a zero.
        String subscriber = digits.substring(code.length()).replaceFirst("^0+", "");
        return code.equals(METROPOLITAN) ? fromFrance("0" + subscriber) : code + subscriber;
    }

    private static String fromFrance(String number) {
        String code = NumberingPlan.block(number)
                .map(NumberingPlan.Block::callingCode)
                .orElse(METROPOLITAN);
        return number.startsWith("0" + SAINT_PIERRE) ? number.substring(1) : code + number.substring(1);
    }
}
