package fr.rappel.statistics;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A workbook whose rows leave memory a thousand at a time. Text is text, whatever it begins with, and keeps its zeros; a
 * sheet that is full is followed by another with the same titles.
 */
final class XlsxSheet implements Sheet {

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final String DAY = "yyyy-mm-dd";
    /** In signs: what does not fit is shown as "####". */
    private static final int DAY_WIDTH = 12;

    private static final int MOMENT_WIDTH = 20;
    private static final String MOMENT = "yyyy-mm-dd hh:mm:ss";

    private final Workbook workbook;
    private final String title;
    private final int rowsOfASheet;
    private Worksheet sheet;
    private List<?> titles = List.of();
    private int sheets = 1;
    private int row;

    XlsxSheet(OutputStream out, String title) {
        this(out, title, ROWS_OF_A_SHEET);
    }

    XlsxSheet(OutputStream out, String title, int rowsOfASheet) {
        workbook = new Workbook(out, "Rappel", "1.0");
        this.title = title;
        this.rowsOfASheet = rowsOfASheet;
        sheet = workbook.newWorksheet(title);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        if (titles.isEmpty()) {
            titles = List.copyOf(cells);
        }
        if (row == rowsOfASheet) {
            sheet.finish();
            sheets++;
            sheet = workbook.newWorksheet(title + " " + sheets);
            row = 0;
            write(titles);
        }
        write(cells);
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
        workbook.close();
    }

    private void write(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            switch (cells.get(column)) {
                case Number number -> sheet.value(row, column, number);
                case LocalDate day -> {
                    sheet.width(column, DAY_WIDTH);
                    sheet.value(row, column, day);
                    sheet.style(row, column).format(DAY).set();
                }
                case LocalDateTime moment -> {
                    sheet.width(column, MOMENT_WIDTH);
                    sheet.value(row, column, moment);
                    sheet.style(row, column).format(MOMENT).set();
                }
                case Code code -> sheet.inlineString(row, column, code.plain());
                default -> sheet.inlineString(row, column, String.valueOf(cells.get(column)));
            }
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }
}
