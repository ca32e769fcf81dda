package fr.rappel.shared;

import static fr.rappel.shared.Digits.NO_BREAK_SPACE;
import static fr.rappel.shared.NumberingPlan.METROPOLITAN;
import static fr.rappel.shared.NumberingPlan.SAINT_PIERRE;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A telephone number that can be called back.
 *
 * @param e164 international form of recommendation E.164: a plus sign and up to fifteen digits
 */
public record PhoneNumber(String e164) {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{4,14}");

    /** Length of the historic numbers of Saint-Pierre-et-Miquelon, whose calling code is also their prefix. */
    private static final int SAINT_PIERRE_SHORT = 6;

    private static final int SHORTEST_SEARCH = 4;
    private static final int LONGEST_SEARCH = 15;

    /**
     * A number that was accepted before; whether it may be called is not asked again.
     *
     * @throws IllegalArgumentException if the text is not an international number; its message is a code only
     */
    public PhoneNumber {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException(PhoneFault.PHONE_INVALID.name());
        }
        parsed(e164);
    }

    /**
     * Reads a number in any usual writing: French, overseas in its local writing, or foreign with its plus sign.
     *
     * @throws IllegalArgumentException if {@link #check} finds a fault; its message is the fault's name only
     */
    public static PhoneNumber parse(@Nullable String raw) {
        var reading = PhoneReading.of(raw);
        if (reading.number() == null) {
            throw new IllegalArgumentException(
                    Objects.requireNonNull(reading.fault()).name());
        }
        return reading.number();
    }

    /** What is wrong with this text; empty if it writes a number that can be called back. */
    public static Optional<PhoneFault> check(@Nullable String raw) {
        return Optional.ofNullable(PhoneReading.of(raw).fault());
    }

    /**
     * The first digits, without plus sign, of the international numbers that somebody looks for by this text, which may
     * be a number or its beginning in any usual writing; empty if it is neither.
     */
    public static Optional<String> searchKey(@Nullable String raw) {
        PhoneNumber whole = PhoneReading.of(raw).number();
        return whole != null ? Optional.of(whole.e164().substring(1)) : beginning(raw);
    }

    private static Optional<String> beginning(@Nullable String raw) {
        return DialledNumber.of(raw)
                .filter(dialled -> dialled.keys().length() >= SHORTEST_SEARCH)
                .map(dialled -> dialled.international().orElse(dialled.keys()))
                .filter(digits -> digits.length() <= LONGEST_SEARCH);
    }

    /** Country code as dialled from abroad: 33, 596, 32. */
    public String callingCode() {
        return String.valueOf(parsed(e164).getCountryCode());
    }

    /** Whether the number belongs neither to metropolitan France nor to a French territory. */
    public boolean foreign() {
        return !NumberingPlan.isFrench(callingCode());
    }

    /** French name of the overseas territory the number belongs to; empty for metropolitan and foreign numbers. */
    public Optional<String> territory() {
        return foreign() || callingCode().equals(METROPOLITAN)
                ? Optional.empty()
                : NumberingPlan.block(fromFrance()).map(NumberingPlan.Block::territory);
    }

    /**
     * As dialled in France, with no-break spaces: 01 42 76 40 40, 0596 30 12 34. A number that has no form with a
     * leading zero (foreign, Pacific territories) keeps its international form.
     */
    public String national() {
        String digits = fromFrance();
        if (digits.startsWith("+")) {
            return LIBRARY.format(parsed(e164), PhoneNumberFormat.INTERNATIONAL).replace(' ', NO_BREAK_SPACE);
        }
        int group = callingCode().equals(METROPOLITAN) ? 2 : 4;
        var grouped = new StringBuilder(digits);
        for (int end = digits.length() - 2; end >= group; end -= 2) {
            grouped.insert(end, NO_BREAK_SPACE);
        }
        return grouped.toString();
    }

    /** Ten digits with their leading zero, or the international form where there is no other. */
    private String fromFrance() {
        String code = callingCode();
        String subscriber = e164.substring(1 + code.length());
        if (code.equals(SAINT_PIERRE) && subscriber.length() == SAINT_PIERRE_SHORT) {
            return "0" + SAINT_PIERRE + subscriber;
        }
        String local = "0" + subscriber;
        return NumberingPlan.block(code, local).isPresent() ? local : e164;
    }

    private static Phonenumber.PhoneNumber parsed(String e164) {
        try {
            return LIBRARY.parse(e164, null);
        } catch (NumberParseException e) {
            throw new IllegalArgumentException(PhoneFault.PHONE_INVALID.name());
        }
    }
}
