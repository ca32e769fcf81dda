package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** Exports as other programs read them: text is text, numbers are numbers, moments are moments. */
class SpreadsheetsTest extends WithExports {

    private static final String SIRET = "00012345500016";
    private static final String PRINTED_SIRET = "000\u00a0123\u00a0455\u00a000016";

    /** All digits but one letter in their midst: a spreadsheet would make 23 million millions of it. */
    private static final String REFERENCE = "234567E8";

    private static final String CHANGE = "\u00a0: évolution (part de la période comparée)";

    @Autowired
    private MessageSource messages;

    @TempDir
    private Path folder;

    @BeforeEach
    void fiveRequests() {
        jdbc.sql("delete from faq_count").update();
        received(
                Instant.parse("2026-03-02T09:00:00Z"),
                Map.of("siret", SIRET, "region_code", "93", "sector_code", "HCR", "reference", REFERENCE));
        received(Instant.parse("2026-03-02T09:30:00Z"), Map.of("topic_code", "=1+1"));
        received(Instant.parse("2026-03-02T10:00:00Z"), Map.of("topic_code", "a;b\"c\nd"));
        received(Instant.parse("2026-03-03T07:30:00Z"), Map.of());
        String called = received(Instant.parse("2026-03-03T08:00:00Z"), Map.of("region_code", "93"));
        data.fact("CALL_STARTED", called, Instant.parse("2026-03-03T08:30:00Z"));
        jdbc.sql("""
                        insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
                        select id, received_at, 30, true from callback_request where reference = :reference""").param("reference", called).update();
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('SEARCH', '2026-03-02', '', 8), ('IN_VAIN', '2026-03-02', '', 3),
                               ('READ', '2026-03-03', 'creer-mon-compte', 20), ('READ', '2026-02-28', 'creer-mon-compte', 7)""").update();
    }

    @Test
    void aWorkbookKeepsTextMomentsAndNumbersApart() throws IOException {
        try (var workbook = workbook(ExportContents.ROWS, Dimension.ALL)) {
            Sheet sheet = workbook.getSheetAt(0);
            Map<String, Integer> columns = columns(sheet);
            assertThat(sheet.getLastRowNum()).isEqualTo(5);

            Cell moment = sheet.getRow(1).getCell(columns.get("Moment"));
            assertThat(moment.getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(DateUtil.isCellDateFormatted(moment)).isTrue();
            assertThat(moment.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-03-02T10:00:00"));

            assertThat(text(sheet, 1, columns.get("SIRET"))).isEqualTo(SIRET);
            assertThat(text(sheet, 1, columns.get("Demande"))).isEqualTo(REFERENCE);
            assertThat(text(sheet, 1, columns.get("Région"))).isEqualTo("Provence-Alpes-Côte d’Azur");
            assertThat(text(sheet, 1, columns.get("Secteur"))).isEqualTo("Hôtels, cafés, restaurants");
            assertThat(text(sheet, 2, columns.get("Objet"))).isEqualTo("=1+1");
            assertThat(text(sheet, 3, columns.get("Objet"))).isEqualTo("a;b\"c\nd");
            assertThat(sheet.getColumnWidth(columns.get("Moment")))
                    .as("room for a day and a time, in 256ths of a sign")
                    .isGreaterThan(19 * 256);
        }
        try (var workbook = workbook(ExportContents.DAYS, Dimension.ALL)) {
            Sheet sheet = workbook.getSheetAt(0);
            Map<String, Integer> columns = columns(sheet);
            Cell day = sheet.getRow(1).getCell(columns.get("Jour"));
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(sheet.getColumnWidth(day.getColumnIndex())).isGreaterThan(11 * 256);
            assertThat(sheet.getRow(1).getCell(columns.get("Reçues")).getCellType())
                    .isEqualTo(CellType.NUMERIC);
        }
    }

    @Test
    void aTextFileSaysTheSame() throws IOException {
        byte[] file = written(ExportContents.ROWS, ExportFormat.CSV, Dimension.ALL);
        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        List<CSVRecord> lines = csv(file);
        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().toMap())
                .containsEntry("Moment", "2026-03-02 10:00:00")
                .containsEntry("SIRET", PRINTED_SIRET)
                .containsEntry("Demande", "2345\u00a067E8")
                .containsEntry("Région", "Provence-Alpes-Côte d’Azur")
                .containsEntry("Secteur", "Hôtels, cafés, restaurants");
        assertThat(lines.get(1).get("Objet")).isEqualTo("'=1+1");
        assertThat(lines.get(2).get("Objet")).isEqualTo("a;b\"c\nd");
    }

    @Test
    void whoOpensThemSeesSiretAccentsAndMoments() throws Exception {
        byte[] workbook = written(ExportContents.ROWS, ExportFormat.XLSX, Dimension.ALL);
        byte[] text = written(ExportContents.ROWS, ExportFormat.CSV, Dimension.ALL);

        var fromWorkbook = records(LibreOffice.shown(workbook, "classeur.xlsx", folder));
        var fromText = records(LibreOffice.shown(text, "texte.csv", folder, LibreOffice.READING_TEXT));

        assertThat(fromWorkbook.getFirst().toMap())
                .containsEntry("SIRET", SIRET)
                .containsEntry("Demande", REFERENCE);
        assertThat(fromText.getFirst().toMap())
                .containsEntry("SIRET", PRINTED_SIRET)
                .containsEntry("Demande", "2345\u00a067E8");
        for (var opened : List.of(fromWorkbook, fromText)) {
            assertThat(opened).hasSize(5);
            assertThat(opened.getFirst().toMap())
                    .containsEntry("Région", "Provence-Alpes-Côte d’Azur")
                    .containsEntry("Secteur", "Hôtels, cafés, restaurants");
            assertThat(opened.getFirst().get("Moment")).contains("10:00");
            assertThat(opened.get(1).get("Objet")).endsWith("=1+1");
            assertThat(opened.get(2).get("Objet")).isEqualTo("a;b\"c\nd");
        }
    }

    @Test
    void theFiguresOfAllHoldTheMediansTheBacklogAndThePublicQuestions() throws IOException {
        try (var workbook = workbook(ExportContents.BREAKDOWN, Dimension.REGION)) {
            Sheet sheet = workbook.getSheetAt(0);
            Map<String, Integer> columns = columns(sheet);
            Row all = sheet.getRow(1);
            assertThat(all.getCell(0).getStringCellValue()).isEqualTo("Ensemble");
            assertThat(numbers(all, columns, "Demandes reçues")).containsExactly(5.0, 5.0);
            assertThat(numbers(all, columns, "Attente médiane (minutes d’ouverture)"))
                    .containsExactly(30.0, 1.0);
            assertThat(numbers(all, columns, "Reste à traiter")).containsExactly(5.0, 5.0);
            assertThat(numbers(all, columns, "Recherches")).containsExactly(8.0, 8.0);
            assertThat(numbers(all, columns, "Recherches sans réponse (part)")).containsExactly(0.375, 8.0);
            assertThat(numbers(all, columns, "Réponses lues")).containsExactly(20.0, 20.0);
            assertThat(numbers(all, columns, "Lectures sans demande (part)")).containsExactly(0.75, 20.0);

            Row region = row(sheet, "Provence-Alpes-Côte d’Azur");
            assertThat(numbers(region, columns, "Demandes reçues")).containsExactly(2.0, 2.0);
            for (String wait : List.of("Attente médiane", "Attente, 9 fois sur 10", "Attente moyenne")) {
                assertThat(numbers(region, columns, wait + " (minutes d’ouverture)"))
                        .containsExactly(30.0, 1.0);
            }
            assertThat(text(sheet, region.getRowNum(), columns.get("Réponses lues")))
                    .isEmpty();
        }
    }

    @Test
    void figuresOfATextFileAreWrittenAsTheLanguageWritesThem() throws IOException {
        CSVRecord all = csv(written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.TOPIC))
                .getFirst();
        assertThat(all.toMap())
                .containsEntry("Objet", "Ensemble")
                .containsEntry("Demandes reçues", "5")
                .containsEntry("Recherches sans réponse (part)", "0,375")
                .containsEntry("Recherches sans réponse\u00a0: base", "8");
    }

    @Test
    void aWorkbookSetsTheOtherPeriodBesideEachFigureAndNamesIt() throws IOException {
        february();
        byte[] file = compared(ExportFormat.XLSX, Dimension.REGION, Comparison.BEFORE);
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            Map<String, Integer> columns = columns(sheet);
            assertThat(columns)
                    .containsKeys(
                            "Demandes reçues, du 1er au 28 février 2026",
                            "Demandes reçues : évolution (part de la période comparée)",
                            "Attente médiane (minutes d’ouverture), du 1er au 28 février 2026",
                            "Recherches sans réponse (part), du 1er au 28 février 2026",
                            "Recherches sans réponse : évolution (points)")
                    .hasSize(1 + 4 * (Figure.values().length + FaqFigure.values().length));
            Row all = sheet.getRow(1);
            assertThat(numbers(all, columns.get("Demandes reçues"), 4)).containsExactly(5.0, 5.0, 2.0, 1.5);
            assertThat(numbers(all, columns.get("Attente médiane (minutes d’ouverture)"), 4))
                    .containsExactly(30.0, 1.0, 20.0, 0.5);
            assertThat(numbers(all, columns.get("Recherches sans réponse (part)"), 4))
                    .containsExactly(0.375, 8.0, 0.25, 12.5);
            Row region = row(sheet, "Provence-Alpes-Côte d’Azur");
            assertThat(numbers(region, columns.get("Demandes reçues"), 4)).containsExactly(2.0, 2.0, 1.0, 1.0);
            assertThat(numbers(region, columns.get("Attente, 9 fois sur 10 (minutes d’ouverture)"), 4))
                    .containsExactly(30.0, 1.0, 20.0, 0.5);
            int read = columns.get("Réponses lues");
            assertThat(List.of(text(sheet, region.getRowNum(), read), text(sheet, region.getRowNum(), read + 3)))
                    .containsOnly("");
        }
    }

    @Test
    void aTextFileKeepsItemsThatWereOnlyInTheOtherPeriodAndSaysNoChangeWhereNoneIsKnown() throws IOException {
        february();
        List<CSVRecord> lines = csv(compared(ExportFormat.CSV, Dimension.TOPIC, Comparison.BEFORE));
        String received = "Demandes reçues";
        assertThat(lines.getFirst().toMap())
                .containsEntry(received + ", du 1er au 28 février 2026", "2")
                .containsEntry(received + CHANGE, "1,5")
                .containsEntry("Clôtures", "0")
                .containsEntry("Clôtures, du 1er au 28 février 2026", "0")
                .containsEntry("Clôtures" + CHANGE, "")
                .containsEntry("Note moyenne, du 1er au 28 février 2026", "");
        assertThat(lines.stream()
                        .filter(line -> line.get("Objet").equals("FACTURE"))
                        .map(line -> List.of(
                                line.get(received),
                                line.get(received + ", du 1er au 28 février 2026"),
                                line.get(received + CHANGE))))
                .containsExactly(List.of("0", "2", "-1"));
        assertThat(lines).hasSize(5);
    }

    @Test
    void aFileIsComparedOnlyWithWhatIsChosenAndKnown() throws IOException {
        february();
        assertThat(titles(written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.TOPIC)))
                .doesNotContain("2026", "2025", "évolution");
        assertThat(titles(compared(ExportFormat.CSV, Dimension.TOPIC, Comparison.YEAR)))
                .as("nothing had happened by then")
                .doesNotContain("2026", "2025", "évolution");
    }

    @Test
    void aFileIsComparedWithTheYearBefore() throws IOException {
        received(Instant.parse("2025-03-31T09:00:00Z"));
        february();
        assertThat(titles(compared(ExportFormat.CSV, Dimension.TOPIC, Comparison.YEAR)))
                .contains("\"Demandes reçues, du 1er au 31 mars 2025\"")
                .doesNotContain("février");
    }

    @Test
    void whoOpensAComparisonSeesPeriodsAndChanges() throws Exception {
        february();
        byte[] workbook = compared(ExportFormat.XLSX, Dimension.TOPIC, Comparison.BEFORE);
        byte[] text = compared(ExportFormat.CSV, Dimension.TOPIC, Comparison.BEFORE);
        var fromWorkbook = records(LibreOffice.shown(workbook, "classeur.xlsx", folder));
        var fromText = records(LibreOffice.shown(text, "texte.csv", folder, LibreOffice.READING_TEXT));
        for (var opened : List.of(fromWorkbook, fromText)) {
            Map<String, String> all = opened.getFirst().toMap();
            assertThat(all).containsEntry("Demandes reçues, du 1er au 28 février 2026", "2");
            assertThat(all.get("Demandes reçues" + CHANGE)).matches("1[.,]5");
            assertThat(all.get("Recherches sans réponse\u00a0: évolution (points)"))
                    .matches("12[.,]5");
            assertThat(opened.stream().map(line -> line.get("Demandes reçues" + CHANGE)))
                    .contains("-1");
            assertThat(opened.stream().map(line -> line.get("Objet"))).anyMatch(topic -> topic.endsWith("=1+1"));
        }
    }

    private static String titles(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    }

    /** Two requests, one of them called after 20 minutes, and a quarter of the searches in vain. */
    private void february() {
        Instant at = Instant.parse("2026-02-10T09:00:00Z");
        String called = received(at, Map.of("region_code", "93", "topic_code", "FACTURE"));
        received(at, Map.of("region_code", "11", "topic_code", "FACTURE"));
        data.fact("CALL_STARTED", called, at.plusSeconds(1_200));
        jdbc.sql("""
                        insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
                        select id, received_at, 20, true from callback_request where reference = :reference""").param("reference", called).update();
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('SEARCH', '2026-02-10', '', 4), ('IN_VAIN', '2026-02-10', '', 1)""").update();
        count.countFinishedDays();
    }

    /** What a dimension does not sort is left empty of every item: nobody receives a request. */
    @ParameterizedTest
    @EnumSource(names = {"TOPIC", "REGION", "SECTOR", "SIZE", "CHANNEL", "OUTCOME", "AGENT", "ATTEMPT", "SCORE"})
    void theLinesOfABreakdownAddUpToTheFirst(Dimension by) throws IOException {
        FourLives.happen(data, jdbc);
        List<CSVRecord> lines = csv(written(ExportContents.BREAKDOWN, ExportFormat.CSV, by));
        Map<String, String> all = lines.getFirst().toMap();
        List<String> sorted = new ArrayList<>();
        for (Figure figure : Figure.ofItems()) {
            String sample = messages.getMessage("statistics.figure." + figure, null, Locale.FRENCH) + "\u00a0: base";
            List<String> samples = lines.stream()
                    .skip(1)
                    .map(line -> line.get(sample))
                    .filter(text -> !text.isEmpty())
                    .toList();
            if (!samples.isEmpty()) {
                sorted.add(figure.name());
                assertThat(samples.stream().mapToLong(Long::parseLong).sum())
                        .as(sample)
                        .isEqualTo(Long.parseLong(all.get(sample)))
                        .isPositive();
            }
        }
        assertThat(sorted).contains("RATINGS");
        assertThat(sorted.contains("RECEIVED"))
                .isEqualTo(!Set.of(Dimension.OUTCOME, Dimension.AGENT, Dimension.ATTEMPT, Dimension.SCORE)
                        .contains(by));
        assertThat(sorted.containsAll(List.of("CLOSED", "HANDLING", "CALLS"))).isEqualTo(by != Dimension.SCORE);
    }

    @Test
    void whatNoAgentDidHasALineOfItsOwnTheLast() throws IOException {
        FourLives.happen(data, jdbc);
        List<CSVRecord> agents = csv(written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.AGENT));
        assertThat(agents.stream().map(line -> line.get("Agent"))).endsWith("Aucun agent");
        assertThat(agents.getLast().toMap())
                .containsEntry("Clôtures", "2")
                .containsEntry("Réouvertures", "1")
                .containsEntry("Avis reçus", "2");
        List<CSVRecord> calls = csv(written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.ATTEMPT));
        assertThat(calls.get(1).toMap())
                .containsEntry("Numéro d’appel", "Aucun appel")
                .containsEntry("Clôtures", "1");
    }

    @Test
    void aWorkbookHoldsTheDays() throws IOException {
        try (var workbook = workbook(ExportContents.DAYS, Dimension.ALL)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(texts(sheet.getRow(0)))
                    .containsExactly("Jour", "Reçues", "Premiers rappels", "Clôtures", "Reste à traiter");
            assertThat(sheet.getLastRowNum()).isEqualTo(3);
            Cell day = sheet.getRow(3).getCell(0);
            assertThat(DateUtil.isCellDateFormatted(day)).isTrue();
            assertThat(day.getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.parse("2026-03-03T00:00:00"));
            assertThat(numbers(sheet.getRow(2), 1, 4)).containsExactly(3.0, 0.0, 0.0, 3.0);
            assertThat(numbers(sheet.getRow(3), 1, 4)).containsExactly(2.0, 1.0, 0.0, 5.0);
        }
    }

    @Test
    void aWorkbookHoldsTheHours() throws IOException {
        try (var workbook = workbook(ExportContents.HOURS, Dimension.ALL)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(7);
            assertThat(numbers(sheet.getRow(0), 1, 24)).startsWith(0.0, 1.0).endsWith(23.0);
            assertThat(text(sheet, 1, 0)).isEqualTo("lundi");
            assertThat(numbers(sheet.getRow(1), 11, 2)).containsExactly(2.0, 1.0);
            assertThat(numbers(sheet.getRow(2), 9, 2)).containsExactly(1.0, 1.0);
            assertThat(numbers(sheet.getRow(7), 1, 24)).containsOnly(0.0);
        }
    }

    @Test
    void aWorkbookHoldsTheCountersOfTheQuestions() throws IOException {
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('WORDS', '2026-03-02', '=1+1', 3)""").update();
        try (var workbook = workbook(ExportContents.QUESTIONS, Dimension.ALL)) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(4);
            Row read = row(sheet, "Réponses lues");
            assertThat(read.getCell(1).getLocalDateTimeCellValue()).isEqualTo("2026-03-03T00:00:00");
            assertThat(text(sheet, read.getRowNum(), 2)).startsWith("Comment créer mon compte");
            assertThat(numbers(read, 3, 1)).containsExactly(20.0);
            assertThat(text(sheet, row(sheet, "Textes cherchés sans réponse").getRowNum(), 2))
                    .isEqualTo("=1+1");
        }
    }

    private static List<String> texts(Row row) {
        List<String> texts = new ArrayList<>();
        row.forEach(cell -> texts.add(cell.getStringCellValue()));
        return texts;
    }

    private static List<Double> numbers(Row row, int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(column -> row.getCell(column).getNumericCellValue())
                .toList();
    }

    private XSSFWorkbook workbook(ExportContents contents, Dimension by) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(written(contents, ExportFormat.XLSX, by)));
    }

    private static List<CSVRecord> csv(byte[] file) throws IOException {
        return records(new String(file, 3, file.length - 3, StandardCharsets.UTF_8));
    }

    private static List<CSVRecord> records(String text) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(';')
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var parser = format.parse(new StringReader(text))) {
            return parser.getRecords();
        }
    }

    /** Where each title stands; spaces that do not break are read as any other. */
    private static Map<String, Integer> columns(Sheet sheet) {
        Map<String, Integer> columns = new HashMap<>();
        sheet.getRow(0)
                .forEach(cell -> columns.put(cell.getStringCellValue().replace('\u00a0', ' '), cell.getColumnIndex()));
        return columns;
    }

    private static String text(Sheet sheet, int row, int column) {
        Cell cell = sheet.getRow(row).getCell(column);
        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
        return cell.getStringCellValue();
    }

    /** Value and sample. */
    private static List<Double> numbers(Row row, Map<String, Integer> columns, String title) {
        int column = columns.get(title);
        return List.of(
                row.getCell(column).getNumericCellValue(),
                row.getCell(column + 1).getNumericCellValue());
    }

    private static Row row(Sheet sheet, String name) {
        for (Row row : sheet) {
            if (row.getCell(0).getStringCellValue().equals(name)) {
                return row;
            }
        }
        throw new AssertionError("No row of " + name);
    }
}
