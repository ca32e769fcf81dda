package fr.rappel.refresh;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The refused lines of a run, for a spreadsheet: UTF-8 with its mark, semicolons, no cell that could be a formula. */
@Component
class ImportReport {

    private static final int PAGE = 1000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setDelimiter(';').get();

    private final ImportRuns runs;
    private final MessageSource messages;

    ImportReport(ImportRuns runs, MessageSource messages) {
        this.runs = runs;
        this.messages = messages;
    }

    void write(ImportRun run, Locale locale, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(writer, FORMAT);
        csv.printRecord(List.of("line", "field", "reason", "key", "explanation").stream()
                .map(column -> messages.getMessage("refresh.report." + column, null, locale))
                .toList());
        if (run.fault() != null) {
            String detail = run.faultDetail() == null ? "" : run.faultDetail();
            print(csv, new LineRefusal(1, detail, run.fault(), ""), locale);
        }
        long line = 0;
        String field = "";
        for (List<LineRefusal> page; !(page = runs.refusals(run.id(), line, field, PAGE)).isEmpty(); ) {
            for (LineRefusal refusal : page) {
                print(csv, refusal, locale);
            }
            line = page.getLast().line();
            field = page.getLast().field();
        }
        csv.flush();
    }

    private void print(CSVPrinter csv, LineRefusal refusal, Locale locale) throws IOException {
        csv.printRecord(
                refusal.line(),
                harmless(refusal.field()),
                refusal.reason(),
                harmless(refusal.lineKey()),
                messages.getMessage(refusal.reason().messageKey(), null, locale));
    }

    /** Spreadsheets calculate what begins with one of these signs; an apostrophe before it makes it text. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
