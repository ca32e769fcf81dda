package fr.rappel.shared;

import org.jspecify.annotations.Nullable;

/** Numbers as people write them: digits with something between. */
final class Digits {

    /** Between the groups of a number on screen, so that it never breaks over two lines. */
    static final char NO_BREAK_SPACE = '\u00A0';

    private Digits() {}

    /**
     * The text without what people put between digits: Unicode white space, zero-width and direction marks, soft
     * hyphens, dots, every dash and the minus sign. Empty if nothing can be seen.
     */
    static String withoutSeparators(@Nullable String raw) {
        if (raw == null || CleanText.isBlank(raw)) {
            return "";
        }
        return raw.codePoints()
                .filter(c -> !isSeparator(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether all is 0 to 9; Java's own tests would also accept the digits of other scripts. */
    static boolean areAll(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Luhn's check: every second digit from the right doubled, the sum of all figures is a multiple of ten. */
    static boolean passLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted / 10 + weighted % 10;
        }
        return sum % 10 == 0;
    }

    static int sum(String digits) {
        return digits.chars().map(c -> c - '0').sum();
    }

    private static boolean isSeparator(int c) {
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.DASH_PUNCTUATION -> true;
            case Character.FORMAT -> c == 0x00AD || c == 0x061C || c == 0x180E || c >= 0x200B && c <= 0xFEFF;
            case Character.CONTROL -> c >= '\t' && c <= '\r' || c == 0x85;
            default -> c == '.' || c == 0x2212;
        };
    }
}
