package fr.rappel.shared;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What became of a written number: the number itself, or why it is refused. The numbering plan chooses the country and
 * refuses the blocks that nobody answers; libphonenumber confirms the rest.
 */
record PhoneReading(@Nullable PhoneNumber number, @Nullable PhoneFault fault) {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Numbers of services and emergencies, dialled without a zero: 1x, 1xx, 1xxx, 3xxx, 116xxx, 118xxx. */
    private static final Pattern SHORT_NUMBER = Pattern.compile("1\\d{1,3}|3\\d{3}|11[68]\\d{3}");

    /** Most digits of an international number, by recommendation E.164. */
    private static final int LONGEST = 15;

    /** National numbers have ten digits with their zero, and nine without. */
    private static final int NATIONAL = 10;

    static PhoneReading of(@Nullable String raw) {
        if (Digits.withoutSeparators(raw).isEmpty()) {
            return refused(PhoneFault.REQUIRED);
        }
        return DialledNumber.of(raw).map(PhoneReading::of).orElseGet(() -> refused(PhoneFault.PHONE_LETTERS));
    }

    private static PhoneReading of(DialledNumber dialled) {
        int length = dialled.keys().length();
        if (SHORT_NUMBER.matcher(dialled.keys()).matches()) {
            return refused(PhoneFault.PHONE_SHORT_NUMBER);
        }
        return dialled.international()
                .map(PhoneReading::ofInternational)
                .orElseGet(() -> refused(
                        length < NATIONAL
                                ? PhoneFault.PHONE_TOO_SHORT
                                : length > NATIONAL ? PhoneFault.PHONE_TOO_LONG : PhoneFault.PHONE_INVALID));
    }

    private static PhoneReading ofInternational(String digits) {
        if (digits.length() > LONGEST) {
            return refused(PhoneFault.PHONE_TOO_LONG);
        }
        try {
            var number = LIBRARY.parse("+" + digits, null);
            PhoneFault fault = faultOf(number);
            return fault == null
                    ? new PhoneReading(new PhoneNumber(LIBRARY.format(number, PhoneNumberFormat.E164)), null)
                    : refused(fault);
        } catch (NumberParseException e) {
            return refused(
                    switch (e.getErrorType()) {
                        case INVALID_COUNTRY_CODE -> PhoneFault.PHONE_INVALID;
                        case TOO_LONG -> PhoneFault.PHONE_TOO_LONG;
                        case NOT_A_NUMBER, TOO_SHORT_AFTER_IDD, TOO_SHORT_NSN -> PhoneFault.PHONE_TOO_SHORT;
                    });
        }
    }

    private static @Nullable PhoneFault faultOf(Phonenumber.PhoneNumber number) {
        return switch (LIBRARY.isPossibleNumberWithReason(number)) {
            case TOO_SHORT, IS_POSSIBLE_LOCAL_ONLY -> PhoneFault.PHONE_TOO_SHORT;
            case TOO_LONG -> PhoneFault.PHONE_TOO_LONG;
            case INVALID_COUNTRY_CODE, INVALID_LENGTH -> PhoneFault.PHONE_INVALID;
            case IS_POSSIBLE -> blockFaultOf(number);
        };
    }

    private static @Nullable PhoneFault blockFaultOf(Phonenumber.PhoneNumber number) {
        String callingCode = String.valueOf(number.getCountryCode());
        PhoneFault fault = NumberingPlan.block(callingCode, "0" + number.getNationalNumber())
                .map(NumberingPlan.Block::fault)
                .orElse(null);
        return fault == null ? typeFaultOf(number) : fault;
    }

    private static @Nullable PhoneFault typeFaultOf(Phonenumber.PhoneNumber number) {
        return switch (LIBRARY.getNumberType(number)) {
            case FIXED_LINE, MOBILE, FIXED_LINE_OR_MOBILE, VOIP -> null;
            case TOLL_FREE -> PhoneFault.PHONE_FREE;
            case UAN -> PhoneFault.PHONE_RECEPTION;
            case SHARED_COST -> PhoneFault.PHONE_SHARED_COST;
            case PREMIUM_RATE -> PhoneFault.PHONE_PREMIUM;
            case PERSONAL_NUMBER, PAGER, VOICEMAIL, UNKNOWN -> PhoneFault.PHONE_INVALID;
        };
    }

    private static PhoneReading refused(PhoneFault fault) {
        return new PhoneReading(null, fault);
    }
}
