package fr.rappel.shared;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text typed by people, as Rappel stores, measures and searches it. Every method takes time proportional to the length
 * of its text.
 */
public final class CleanText {

    /**
     * Most combining marks kept on one letter. No living script needs more; a stack of a thousand breaks pages and
     * makes normalisation quadratic.
     */
    private static final int MAX_MARKS = 8;

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int EMOJI_PRESENTATION = 0xFE0F;
    private static final int BLACK_FLAG = 0x1F3F4;

    private CleanText() {}

    /**
     * One line of text, in normal form C, without characters that are not text (control characters, lone surrogates,
     * noncharacters) or that hide or reorder it (zero width, direction), and without white space around it. Line breaks
     * and tabs become a space. Emoji sequences stay whole.
     */
    public static String clean(@Nullable String raw) {
        return clean(raw, " ", " ");
    }

    /** Like {@link #clean}, for several lines: tabs stay, and every kind of line break becomes a line feed. */
    public static String multiline(@Nullable String raw) {
        return clean(raw, "\n", "\t");
    }

    /** Whether nothing of this text can be seen. */
    public static boolean isBlank(@Nullable String text) {
        return text == null || text.codePoints().allMatch(CleanText::isInvisible);
    }

    /** Length in code points: an accented letter or a simple emoji counts for one. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /**
     * What two writings of the same words have in common, to search by: lower case, no accents, ligatures opened, one
     * space for whatever is neither letter nor digit. At most twice as long as the text.
     */
    public static String key(@Nullable String text) {
        String letters = Normalizer.normalize(clean(text).toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var key = new StringBuilder(letters.length());
        letters.codePoints().filter(c -> !isMark(c)).forEach(c -> {
            if (Character.isLetterOrDigit(c) && !isSpace(c)) {
                appendPlain(key, c);
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        });
        return Normalizer.normalize(key.toString().strip(), Normalizer.Form.NFC);
    }

    private static void appendPlain(StringBuilder key, int letter) {
        switch (letter) {
            case 'œ' -> key.append("oe");
            case 'æ' -> key.append("ae");
            case 'ß' -> key.append("ss");
            case 'ø' -> key.append('o');
            case 'ł' -> key.append('l');
            case 'đ' -> key.append('d');
            default -> key.appendCodePoint(letter);
        }
    }

    private static String clean(@Nullable String raw, String lineBreak, String tab) {
        if (raw == null) {
            return "";
        }
        var kept = new StringBuilder(raw.length());
        int marks = 0;
        for (int i = 0, c; i < raw.length(); i += Character.charCount(c)) {
            c = raw.codePointAt(i);
            marks = isMark(c) ? marks + 1 : isText(c) ? 0 : marks;
            if (isLineBreak(c)) {
                kept.append(startsPair(raw, i) ? "" : lineBreak);
            } else if (c == '\t') {
                kept.append(tab);
            } else if (marks <= MAX_MARKS && (isText(c) || belongsToEmoji(c, kept, raw, i))) {
                kept.appendCodePoint(c);
            }
        }
        return strip(Normalizer.normalize(kept, Normalizer.Form.NFC));
    }

    /** Whether a carriage return here is only the first half of a line break. */
    private static boolean startsPair(String raw, int index) {
        return raw.startsWith("\r\n", index);
    }

    private static boolean isText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
        };
    }

    /** A joiner between two emoji, or a letter of a regional flag, which are invisible anywhere else. */
    private static boolean belongsToEmoji(int c, StringBuilder before, String raw, int index) {
        if (before.isEmpty()) {
            return false;
        }
        int previous = before.codePointBefore(before.length());
        if (c == ZERO_WIDTH_JOINER) {
            return index + 1 < raw.length()
                    && Character.isExtendedPictographic(raw.codePointAt(index + 1))
                    && (Character.isExtendedPictographic(previous)
                            || Character.isEmojiModifier(previous)
                            || previous == EMOJI_PRESENTATION);
        }
        return isTag(c) && (previous == BLACK_FLAG || isTag(previous));
    }

    private static boolean isTag(int c) {
        return c >= 0xE0020 && c <= 0xE007F;
    }

    private static boolean isLineBreak(int c) {
        return c >= '\n' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }

    /** White space, and the letters that are drawn as nothing: Hangul fillers and the empty Braille cell. */
    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || c == 0x115F
                || c == 0x1160
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0;
    }

    private static boolean isInvisible(int c) {
        return isSpace(c) || !isText(c) || isVariationSelector(c) || c == 0x034F || c == 0x17B4 || c == 0x17B5;
    }

    private static boolean isVariationSelector(int c) {
        return c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0100 && c <= 0xE01EF || c >= 0x180B && c <= 0x180F;
    }

    private static String strip(String text) {
        int start = 0;
        while (start < text.length() && isSpace(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        int end = text.length();
        while (end > start && isSpace(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }
}
