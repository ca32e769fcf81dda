package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a screen reader finds in the report, read back from the file. */
class ReportPaperTest extends WithExports {

    private final Map<Integer, List<PDMarkedContent>> contents = new HashMap<>();
    private PDDocument pdf;

    @BeforeEach
    void march() throws IOException {
        received(Instant.parse("2025-03-10T09:00:00Z"), Map.of());
        received(Instant.parse("2026-03-02T09:00:00Z"), Map.of("region_code", "93"));
        count.countFinishedDays();
        pdf = Loader.loadPDF(written(ExportContents.BREAKDOWN, ExportFormat.PDF, Dimension.REGION));
        assertThat(pdf.getNumberOfPages()).isGreaterThan(1);
    }

    @AfterEach
    void close() throws IOException {
        pdf.close();
    }

    @Test
    void hasATitleHeadingsAndTablesInReadingOrder() throws IOException {
        assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
        assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle())
                .isTrue();
        assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
        PDStructureElement document =
                children(pdf.getDocumentCatalog().getStructureTreeRoot()).getFirst();
        assertThat(document.getStructureType()).isEqualTo("Document");
        List<PDStructureElement> parts = children(document);
        assertThat(parts)
                .extracting(PDStructureElement::getStructureType)
                .containsExactly("H1", "P", "P", "Table", "H2", "Table", "H2", "Table");
        assertThat(text(parts.get(0))).isEqualTo("Rapport d’activité de la ligne – AKTO");
        assertThat(text(parts.get(1))).startsWith("Du 1er mars 2026 au 31 mars 2026, jours entiers");
        assertThat(text(parts.get(6))).isEqualTo("Répartition : Région");
        assertThat(text(document)).doesNotContain("page 1").doesNotContain("page 2");
    }

    @Test
    void namesColumnsRowsAndWhatARowMeans() throws IOException {
        List<PDStructureElement> tables = tables();
        List<PDStructureElement> rows = children(tables.getFirst());
        assertThat(rows)
                .hasSize(1 + 2 * Figure.values().length)
                .allMatch(row -> row.getStructureType().equals("TR"));
        assertThat(said(rows.get(0)))
                .containsExactly(
                        "TH Column Chiffre",
                        "TH Column Période",
                        "TH Column Période précédente, du 1er février 2026 au 28 février 2026",
                        "TH Column Année précédente, du 1er mars 2025 au 31 mars 2025",
                        "TH Column Base");
        assertThat(said(rows.get(1)))
                .containsExactly("TH Row Demandes reçues", "TD 1", "TD 0", "TD 1 (=)", "TD 1 demande");
        assertThat(said(rows.get(2))).singleElement().asString().startsWith("TD across 5 Demandes");
        assertThat(said(children(tables.get(2)).getFirst())).startsWith("TH Column Région", "TH Column Reçues");
        assertThat(said(children(tables.get(2)).get(1))).startsWith("TH Row Provence-Alpes-Côte d’Azur", "TD 1");
    }

    @Test
    void saysOfEachItemWhatAShareRestsOn() throws IOException {
        String reference = received(Instant.parse("2026-03-02T10:00:00Z"), Map.of("region_code", "93"));
        data.fact("CALL_STARTED", reference, Instant.parse("2026-03-02T10:10:00Z"));
        data.fact("CALL_ENDED", reference, Instant.parse("2026-03-02T10:12:00Z"));
        jdbc.sql("update callback_fact set outcome = 'RESOLVED' where kind = 'CALL_ENDED'")
                .update();
        read(Dimension.REGION);
        assertThat(said(children(tables().get(2)).get(1)))
                .startsWith("TH Row Provence-Alpes-Côte d’Azur", "TD 2")
                .contains("TD 100 % sur 1");
    }

    /** Names that take five lines, so that some row would begin where it does not end. */
    @Test
    void namesTheColumnsOnEachPageOfALongBreakdown() throws IOException {
        FourLives.happen(data, jdbc);
        for (int topic = 0; topic < 60; topic++) {
            received(
                    Instant.parse("2026-03-02T10:00:00Z"),
                    Map.of("topic_code", "WWWWWWWW WWWWWWWW WWWWWWWW WWWWWWWW " + topic));
        }
        read(Dimension.TOPIC);
        int last = pdf.getNumberOfPages() - 1;
        assertThat(last).isGreaterThan(3);
        for (int page = last - 2; page <= last; page++) {
            assertThat(contents(pdf.getPage(page)).stream()
                            .map(ReportPaperTest::text)
                            .map(String::strip))
                    .as("page %s", page + 1)
                    .contains("Objet", "Reçues");
        }
    }

    private void read(Dimension by) throws IOException {
        pdf.close();
        contents.clear();
        count.countFinishedDays();
        jdbc.sql("delete from statistics_count").update();
        count.countFinishedDays();
        pdf = Loader.loadPDF(written(ExportContents.BREAKDOWN, ExportFormat.PDF, by));
    }

    private List<PDStructureElement> tables() {
        return children(children(pdf.getDocumentCatalog().getStructureTreeRoot())
                        .getFirst())
                .stream()
                .filter(part -> part.getStructureType().equals("Table"))
                .toList();
    }

    /** Everything that is drawn is either read or said to be no part of the text; each piece knows its element. */
    @Test
    void leavesNothingOutside() throws IOException {
        var pages = pdf.getDocumentCatalog().getStructureTreeRoot().getParentTree();
        for (PDPage page : pdf.getPages()) {
            int depth = 0;
            for (Object token : new PDFStreamParser(page).parse()) {
                if (token instanceof Operator operator) {
                    switch (operator.getName()) {
                        case "BMC", "BDC" -> depth++;
                        case "EMC" -> depth--;
                        case "Tj", "TJ", "S" -> assertThat(depth).isOne();
                        default -> {
                            // Neither drawn nor a mark.
                        }
                    }
                }
            }
            COSBase elements = ((PDParentTreeValue) pages.getValue(page.getStructParents())).getCOSObject();
            assertThat(((COSArray) elements).size()).isEqualTo((int) contents(page).stream()
                    .filter(piece -> piece.getMCID() >= 0)
                    .count());
            assertThat(contents(page).stream().filter(piece -> piece.getTag().equals("Artifact")))
                    .anyMatch(piece -> text(piece).contains("– page "));
        }
    }

    private List<String> said(PDStructureElement row) throws IOException {
        List<String> cells = new ArrayList<>();
        for (PDStructureElement cell : children(row)) {
            var attribute = (PDTableAttributeObject)
                    (cell.getAttributes().size() == 0
                            ? null
                            : cell.getAttributes().getObject(0));
            String marks = attribute == null
                    ? " "
                    : attribute.getScope() != null
                            ? " " + attribute.getScope() + " "
                            : " across " + attribute.getColSpan() + " ";
            cells.add(cell.getStructureType() + marks + text(cell));
        }
        return cells;
    }

    private static List<PDStructureElement> children(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .toList();
    }

    /** All that stands under an element, in the order of the structure. */
    private String text(PDStructureNode node) throws IOException {
        var text = new StringBuilder();
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureNode child) {
                text.append(text(child)).append(' ');
            } else if (kid instanceof PDMarkedContentReference piece) {
                contents(piece.getPage()).stream()
                        .filter(content -> content.getMCID() == piece.getMCID())
                        .forEach(content -> text.append(text(content)));
            }
        }
        return text.toString().replaceAll("[\\s\\u00a0\\u202f]+", " ").strip();
    }

    private List<PDMarkedContent> contents(PDPage page) throws IOException {
        int number = pdf.getPages().indexOf(page);
        if (!contents.containsKey(number)) {
            var extractor = new PDFMarkedContentExtractor();
            extractor.processPage(page);
            contents.put(number, extractor.getMarkedContents());
        }
        return contents.get(number);
    }

    private static String text(PDMarkedContent content) {
        var text = new StringBuilder();
        content.getContents().stream()
                .filter(TextPosition.class::isInstance)
                .forEach(sign -> text.append(((TextPosition) sign).getUnicode()));
        return text.toString();
    }
}
