package fr.rappel.statistics;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Names of files, in their language: what is in one, of which days, and its number if somebody asked for it. */
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
        return name(contents(export), export.query().period()) + "-" + export.id() + "."
                + export.format().ending();
    }

    /** A report that goes by mail. */
    String ofReport(Period period, Locale language) {
        return name(report(language), period) + "." + ExportFormat.PDF.ending();
    }

    private static String name(String contents, Period period) {
        return "rappel-" + plain(contents) + "-" + period.from() + "-" + period.to();
    }

    private String contents(Export export) {
        RowQuery query = export.query();
        Locale locale = export.language();
        if (export.format() == ExportFormat.PDF) {
            return report(locale);
        }
        if (export.contents().isOfThePage()) {
            return messages.getMessage("statistics.exportContents." + export.contents(), null, locale);
        }
        if (export.contents() == ExportContents.BREAKDOWN) {
            String by = messages.getMessage("statistics.dimension." + query.by(), null, locale);
            return messages.getMessage("statistics.ExportNames.breakdown", new Object[] {by}, locale);
        }
        String measure = messages.getMessage("statistics.measure." + query.measure(), null, locale);
        return switch (query.by()) {
            case ALL -> measure;
            case AGENT ->
                measure + " " + words.orNobody(Function.identity(), locale).apply(query.item());
            default -> measure + " " + words.labels(query.by(), locale).apply(query.item());
        };
    }

    private String report(Locale language) {
        return messages.getMessage("statistics.ExportNames.report", null, language);
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
