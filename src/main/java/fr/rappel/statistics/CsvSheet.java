package fr.rappel.statistics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** UTF-8 with its mark, semicolons, numbers as the language writes them, no text that a spreadsheet would calculate. */
final class CsvSheet implements Sheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').get();
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final CSVPrinter csv;
    private final NumberFormat numbers;

    CsvSheet(OutputStream out, Locale locale) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        csv = new CSVPrinter(writer, FORMAT);
        numbers = NumberFormat.getInstance(locale);
        numbers.setGroupingUsed(false);
        numbers.setMaximumFractionDigits(4);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (Object cell : cells) {
            csv.print(text(cell));
        }
        csv.println();
    }

    @Override
    public void close() throws IOException {
        csv.close(true);
    }

    private String text(Object cell) {
        return switch (cell) {
            case Number number -> numbers.format(number);
            case LocalDateTime moment -> MOMENT.format(moment);
            default -> harmless(String.valueOf(cell));
        };
    }

    /** Spreadsheets calculate what begins with one of these signs; an apostrophe before it makes it text. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
