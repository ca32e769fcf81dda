package fr.rappel.statistics;

import java.text.Normalizer;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names of files, in the language of the export: what is in it, of which days, and its number. */
@Component
public class ExportNames {

    private static final int LONGEST = 80;

    private final ItemWords words;
    private final MessageSource messages;

    ExportNames(ItemWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    public String of(Export export) {
        Period period = export.query().period();
        return "rappel-" + plain(contents(export)) + "-" + period.from() + "-" + period.to() + "-" + export.id() + "."
                + export.format().ending();
    }

    private String contents(Export export) {
        RowQuery query = export.query();
        Locale locale = export.language();
        if (export.format() == ExportFormat.PDF) {
            return messages.getMessage("statistics.ExportNames.report", null, locale);
        }
        if (export.contents() == ExportContents.BREAKDOWN) {
            String by = messages.getMessage("statistics.dimension." + query.by(), null, locale);
            return messages.getMessage("statistics.ExportNames.breakdown", new Object[] {by}, locale);
        }
        String measure = messages.getMessage("statistics.measure." + query.measure(), null, locale);
        return switch (query.by()) {
            case ALL -> measure;
            case AGENT -> measure + " " + query.item();
            default -> measure + " " + words.labels(query.by(), locale).apply(query.item());
        };
    }

    /** Small letters and digits with hyphens between, as every system takes them. */
    private static String plain(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT).replace("œ", "oe"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return plain.substring(0, Math.min(plain.length(), LONGEST));
    }
}
