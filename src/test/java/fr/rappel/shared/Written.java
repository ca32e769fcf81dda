package fr.rappel.shared;

import java.util.regex.Pattern;

/** How the reference data of the tests are written. */
final class Written {

    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private Written() {}

    /** The reason code in front of an explanation. */
    static String code(String reason) {
        return reason.substring(0, reason.indexOf(" : "));
    }

    /** The text with the characters that its hexadecimal escapes stand for. */
    static String unescaped(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }
}
