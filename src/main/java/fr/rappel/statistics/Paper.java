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
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.StandardStructureTypes;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/**
 * Pages of A4, written from top to bottom in a font that they carry with them, and tagged for screen readers. Lengths are
 * points, a 72nd of an inch.
 */
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
    private final PaperTags tags = new PaperTags(pdf);
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
        newPage();
    }

    /**
     * A text over the whole width.
     *
     * @param type what it is to a screen reader, of {@link StandardStructureTypes}
     */
    void text(String type, String text, float size, Color color) throws IOException {
        text(tags.add(type), text, size, color);
    }

    /** A table with these headings, which stand on each of its pages. */
    Table table(List<Cell> headings, float size, Color color) throws IOException {
        return new Table(headings, size, color);
    }

    void space(float height) {
        y -= height;
    }

    /** Goes on to another page unless so much is free on this one. */
    void keepTogether(float height) throws IOException {
        if (!hasRoom(height)) {
            newPage();
        }
    }

    void writeTo(OutputStream out) throws IOException {
        content.close();
        tags.finish();
        pdf.save(out);
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }

    /** What is said again on each page is no part of what a screen reader reads. */
    final class Table {

        private final PDStructureElement table = tags.add(StandardStructureTypes.TABLE);
        private final List<Cell> headings;
        private final float size;
        private final Color color;

        private Table(List<Cell> headings, float size, Color color) throws IOException {
            this.headings = headings;
            this.size = size;
            this.color = color;
            PDStructureElement row = tags.row(table);
            cells(headings, index -> tags.heading(row, PDTableAttributeObject.SCOPE_COLUMN), size, color);
        }

        /**
         * Cells beside each other under a fine line, none torn apart; the first one names the others.
         *
         * @param together goes on to another page unless so much is free on this one
         */
        void row(List<Cell> cells, float size, Color color, float together) throws IOException {
            if (!hasRoom(Math.max(together, GAP + height(cells, size)))) {
                newPage();
                cells(headings, index -> null, this.size, this.color);
            }
            rule();
            PDStructureElement row = tags.row(table);
            cells(
                    cells,
                    index -> index == 0
                            ? tags.heading(row, PDTableAttributeObject.SCOPE_ROW)
                            : tags.add(StandardStructureTypes.TD, row),
                    size,
                    color);
        }

        /** A sentence about the row above. */
        void note(String text, float size, Color color) throws IOException {
            Paper.this.text(tags.wideCell(tags.row(table), headings.size()), text, size, color);
        }
    }

    private void text(PDStructureElement element, String text, float size, Color color) throws IOException {
        for (String line : lines(text, WIDTH, size)) {
            keepTogether(size * LEADING);
            y -= size * LEADING;
            show(element, line, MARGIN, size, color);
        }
    }

    private float height(List<Cell> cells, float size) throws IOException {
        int most = 1;
        for (Cell cell : cells) {
            most = Math.max(most, lines(cell.text(), cell.width() - GAP, size).size());
        }
        return most * size * LEADING;
    }

    /** @param elements that of each cell, by its place; null for what is not to be read */
    private void cells(List<Cell> cells, IntFunction<@Nullable PDStructureElement> elements, float size, Color color)
            throws IOException {
        float height = height(cells, size);
        keepTogether(height);
        float top = y;
        float left = MARGIN;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            PDStructureElement element = elements.apply(i);
            y = top;
            for (String line : lines(cell.text(), cell.width() - GAP, size)) {
                y -= size * LEADING;
                float shift = cell.isNumber() ? cell.width() - GAP - width(line, size) : 0;
                show(element, line, left + shift, size, color);
            }
            left += cell.width();
        }
        y = top - height;
    }

    /** A fine line over the whole width. */
    private void rule() throws IOException {
        y -= GAP / 2;
        content.beginMarkedContent(COSName.ARTIFACT);
        content.setStrokingColor(RULE);
        content.setLineWidth(0.5f);
        content.moveTo(MARGIN, y);
        content.lineTo(MARGIN + WIDTH, y);
        content.stroke();
        content.endMarkedContent();
        y -= GAP / 2;
    }

    private boolean hasRoom(float height) {
        return y - height >= MARGIN + FOOT;
    }

    private void newPage() throws IOException {
        if (content != null) {
            content.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        pdf.addPage(page);
        tags.begin(page);
        content = new PDPageContentStream(pdf, page);
        y = MARGIN - FOOT;
        show(null, foot.apply(pdf.getNumberOfPages()), MARGIN, FOOT, QUIET);
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    /** A piece of an element; the space at its end keeps the last word from the first one of the next line. */
    private void show(@Nullable PDStructureElement element, String line, float x, float size, Color color)
            throws IOException {
        if (element == null) {
            content.beginMarkedContent(COSName.ARTIFACT);
        } else {
            content.beginMarkedContent(COSName.getPDFName(element.getStructureType()), tags.piece(element));
        }
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(color);
        content.newLineAtOffset(x, y);
        content.showText(line + " ");
        content.endText();
        content.endMarkedContent();
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
