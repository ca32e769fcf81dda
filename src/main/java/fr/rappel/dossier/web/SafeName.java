package fr.rappel.dossier.web;

import fr.rappel.shared.CleanText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.ContentDisposition;

/**
 * What a document is called on the disk of who downloads it: what its sender called it, without what a file system, a
 * shell or an eye might misread, and ending as what the contents are.
 */
final class SafeName {

    private static final int LONGEST = 120;
    private static final Pattern MISREAD = Pattern.compile("[/\\\\:*?\"'<>|;%`$]+");
    private static final Pattern EDGES = Pattern.compile("^[.\\s_]+|[.\\s_]+$");

    /** Names that Windows keeps for devices, whatever follows their first dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com\\d|lpt\\d)(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, List<String>> ENDINGS = Map.of(
            "application/pdf", List.of(".pdf"),
            "image/png", List.of(".png"),
            "image/jpeg", List.of(".jpg", ".jpeg"));

    private SafeName() {}

    /** For the header {@code Content-Disposition}, as RFC 6266 writes it. */
    static String disposition(boolean inline, String name, String mediaType) {
        String safe = of(name, mediaType);
        var disposition = inline ? ContentDisposition.inline() : ContentDisposition.attachment();
        boolean ascii = StandardCharsets.US_ASCII.newEncoder().canEncode(safe);
        return (ascii ? disposition.filename(safe) : disposition.filename(safe, StandardCharsets.UTF_8))
                .build()
                .toString();
    }

    static String of(String name, String mediaType) {
        String text = MISREAD.matcher(CleanText.clean(name)).replaceAll("_");
        String plain = EDGES.matcher(text).replaceAll("");
        String base = plain.isEmpty() || DEVICE.matcher(plain).matches() ? "document-" + plain : plain;
        List<String> endings = ENDINGS.getOrDefault(mediaType, List.of());
        String lower = base.toLowerCase(Locale.ROOT);
        int cut = base.length()
                - endings.stream()
                        .filter(lower::endsWith)
                        .findFirst()
                        .orElse("")
                        .length();
        boolean ends = cut < base.length() || endings.isEmpty();
        String ending = ends ? base.substring(cut) : endings.getFirst();
        return shortened(base.substring(0, cut), LONGEST - ending.length()) + ending;
    }

    private static String shortened(String text, int longest) {
        int length = Math.min(text.length(), longest);
        boolean cutsPair = length < text.length() && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, cutsPair ? length - 1 : length);
    }
}
