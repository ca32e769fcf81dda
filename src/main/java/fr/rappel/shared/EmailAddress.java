package fr.rappel.shared;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address of the form that people really use. Accepted: exactly one {@code @}; before it up to 64 ASCII letters,
 * digits and signs of RFC 5322's {@code atext}, single dots between them; after it a host name of at least two labels,
 * in ASCII or any other script (IDNA); 254 characters at most in all. Refused: quoted local parts, address literals,
 * comments, white space and control characters inside. Spaces around the address are dropped.
 *
 * @param value as typed, the host name in lower case and normal form C
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern LOCAL_PART =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*+");
    private static final Pattern ASCII_HOST =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{0,58}[a-z0-9])");

    /** @throws IllegalArgumentException if the value is not an accepted address; its message is the fault's name only */
    public EmailAddress {
        EmailFault fault = faultOf(value);
        if (fault != null) {
            throw new IllegalArgumentException(fault.name());
        }
        value = localPart(value) + "@" + host(value);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if {@link #check} finds a fault; its message is the fault's name only
     */
    public static EmailAddress parse(@Nullable String raw) {
        return new EmailAddress(withoutSpacesAround(raw));
    }

    /** What is wrong with this text; empty if it is an accepted address. */
    public static Optional<EmailFault> check(@Nullable String raw) {
        return Optional.ofNullable(faultOf(withoutSpacesAround(raw)));
    }

    /** The address that was probably meant, if the host of this one looks like a slip of the pen. */
    public static Optional<String> suggest(@Nullable String raw) {
        return check(raw).isPresent() ? Optional.empty() : parse(raw).suggestion();
    }

    /** The address that was probably meant, if the host of this one looks like a slip of the pen. */
    public Optional<String> suggestion() {
        return MailHosts.meantBy(host(value)).map(host -> localPart(value) + "@" + host);
    }

    /** The address as mail servers exchange it: the host name in ASCII (Punycode). */
    public String ascii() {
        return localPart(value) + "@" + IDN.toASCII(host(value));
    }

    private static @Nullable EmailFault faultOf(String text) {
        if (text.isEmpty()) {
            return EmailFault.REQUIRED;
        }
        if (text.length() > LONGEST) {
            return EmailFault.EMAIL_TOO_LONG;
        }
        int at = text.indexOf('@');
        if (at < 1
                || at > LONGEST_LOCAL_PART
                || !LOCAL_PART.matcher(text.substring(0, at)).matches()) {
            return EmailFault.EMAIL_INVALID;
        }
        return hostFaultOf(host(text), LONGEST - at - 1);
    }

    private static @Nullable EmailFault hostFaultOf(String host, int longest) {
        if (!host.codePoints().allMatch(EmailAddress::mayStandInHost)) {
            return EmailFault.EMAIL_INVALID;
        }
        try {
            String ascii = IDN.toASCII(host).toLowerCase(Locale.ROOT);
            if (!ASCII_HOST.matcher(ascii).matches()) {
                return EmailFault.EMAIL_INVALID;
            }
            return Math.max(host.length(), ascii.length()) > longest ? EmailFault.EMAIL_TOO_LONG : null;
        } catch (IllegalArgumentException e) {
            return EmailFault.EMAIL_INVALID;
        }
    }

    /** Letters, digits and marks of any script; other signs are not for IDNA to guess. */
    private static boolean mayStandInHost(int c) {
        return c == '.' || c == '-' || Character.isLetterOrDigit(c) || CleanText.isMark(c);
    }

    private static String localPart(String address) {
        return address.substring(0, address.indexOf('@'));
    }

    private static String host(String address) {
        String host = address.substring(address.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(host, Normalizer.Form.NFC);
    }

    private static String withoutSpacesAround(@Nullable String raw) {
        if (raw == null || CleanText.isBlank(raw)) {
            return "";
        }
        int start = 0;
        int end = raw.length();
        while (isSpace(raw.charAt(start))) {
            start++;
        }
        while (isSpace(raw.charAt(end - 1))) {
            end--;
        }
        return raw.substring(start, end);
    }

    /** Spaces and marks that a copied address brings along, but no line break or other control character. */
    private static boolean isSpace(char c) {
        int type = Character.getType(c);
        return type == Character.SPACE_SEPARATOR || type == Character.FORMAT;
    }
}
