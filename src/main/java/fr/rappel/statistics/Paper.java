package fr.rappel.statistics;

import java.awt.Color;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** Pages of A4, written from top to bottom in a font that they carry with them. Lengths are points, a 72nd of an inch. */
final class Paper implements Closeable {

    /**
     * A piece of a row.
     *
     * @param isNumber whether it stands at the right of its column
     */
    record Cell(String text, float width, boolean isNumber) {}

    /** Between the margins. */
    static final float WIDTH = 495;

    static final Color INK = new Color(0x1f2933);
    static final Color QUIET = new Color(0x52606d);

    private static final float MARGIN = 50;
    private static final float GAP = 6;
    private static final float LEADING = 1.3f;
    private static final float FOOT = 8;
    private static final Color RULE = new Color(0xcbd2d9);

    /** Comes with the library; it has the accents and the narrow spaces of French. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final PDDocument pdf = new PDDocument();
    private final PDFont font;
    private final IntFunction<String> foot;
    private PDPageContentStream content;
    private float y;

    /**
     * @param foot what stands at the end of each page, by its number
     */
    Paper(String title, Locale language, ZonedDateTime createdAt, IntFunction<String> foot) throws IOException {
        this.foot = foot;
        try (InputStream file = Objects.requireNonNull(PDDocument.class.getResourceAsStream(FONT))) {
            font = PDType0Font.load(pdf, file);
        }
        pdf.getDocumentInformation().setTitle(title);
        pdf.getDocumentInformation().setCreationDate(GregorianCalendar.from(createdAt));
        pdf.getDocumentCatalog().setLanguage(language.toLanguageTag());
        PDViewerPreferences preferences =
                new PDViewerPreferences(pdf.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        pdf.getDocumentCatalog().setViewerPreferences(preferences);
        content = newPage();
    }

    /** A paragraph over the whole width. */
    void text(String text, float size, Color color) throws IOException {
        for (String line : lines(text, WIDTH, size)) {
            keepTogether(size * LEADING);
            y -= size * LEADING;
            show(line, MARGIN, size, color);
        }
    }

    /** Cells beside each other; none is torn apart. */
    void row(List<Cell> cells, float size, Color color) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        int most = 1;
        for (Cell cell : cells) {
            List<String> lines = lines(cell.text(), cell.width() - GAP, size);
            texts.add(lines);
            most = Math.max(most, lines.size());
        }
        keepTogether(most * size * LEADING);
        float top = y;
        float left = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            y = top;
            for (String line : texts.get(i)) {
                y -= size * LEADING;
                float shift = cell.isNumber() ? cell.width() - GAP - width(line, size) : 0;
                show(line, left + shift, size, color);
            }
            left += cell.width();
        }
        y = top - most * size * LEADING;
    }

    void space(float height) {
        y -= height;
    }

    /** A fine line over the whole width. */
    void rule() throws IOException {
        y -= GAP / 2;
        content.setStrokingColor(RULE);
        content.setLineWidth(0.5f);
        content.moveTo(MARGIN, y);
        content.lineTo(MARGIN + WIDTH, y);
        content.stroke();
        y -= GAP / 2;
    }

    /** Goes on to another page unless so much is free on this one. */
    void keepTogether(float height) throws IOException {
        if (y - height < MARGIN + FOOT) {
            content.close();
            content = newPage();
        }
    }

    void writeTo(OutputStream out) throws IOException {
        content.close();
        pdf.save(out);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        content = new PDPageContentStream(pdf, page);
        y = MARGIN - FOOT;
        show(foot.apply(pdf.getNumberOfPages()), MARGIN, FOOT, QUIET);
        y = PDRectangle.A4.getHeight() - MARGIN;
        return content;
    }

    private void show(String line, float x, float size, Color color) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(color);
        content.newLineAtOffset(x, y);
        content.showText(line);
        content.endText();
    }

    private List<String> lines(String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : printable(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private float width(String line, float size) throws IOException {
        return font.getStringWidth(line) / 1000 * size;
    }

    /** Signs that the font does not have become question marks. */
    private String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().forEach(sign -> printable.append(has(sign) ? Character.toString(sign) : "?"));
        return printable.toString();
    }

    private boolean has(int sign) {
        try {
            return font.encode(Character.toString(sign)).length > 0;
        } catch (IOException | IllegalArgumentException unknown) {
            return false;
        }
    }
}
