package fr.rappel.statistics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * UTF-8 with its mark, semicolons, lines as RFC 4180 ends them, numbers as the language writes them, no text that a
 * spreadsheet would calculate. Texts stand in quotation marks, numbers do not; but most spreadsheets read a quoted number as a
 * number, without the zeros at its front, so codes are written in groups.
 */
final class CsvSheet implements Sheet {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Writer writer;
    private final NumberFormat numbers;

    CsvSheet(OutputStream out, Locale locale) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        numbers = NumberFormat.getInstance(locale);
        numbers.setGroupingUsed(false);
        numbers.setMaximumFractionDigits(4);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        writer.write(cells.stream().map(this::text).collect(Collectors.joining(";", "", LINE_END)));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private String text(Object cell) {
        return switch (cell) {
            case Number number -> numbers.format(number);
            case LocalDate day -> day.toString();
            case LocalDateTime moment -> MOMENT.format(moment);
            case Code code -> quoted(harmless(code.spaced()));
            default -> quoted(harmless(String.valueOf(cell)));
        };
    }

    private static String quoted(String text) {
        return text.isEmpty() ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Spreadsheets calculate what begins with one of these signs; an apostrophe before it makes it text. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
