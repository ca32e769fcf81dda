package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.shared.SpokenReference;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.access.AccessDeniedException;

/** Files are written in the background, say what the screen says, and go after a week; the record of them stays. */
class ExportsTest extends WithExports {

    private static final RowQuery RECEIVED = receivedBy(Dimension.ALL);

    private final Person amelie = Person.agent("amelie");

    @TempDir
    private Path folder;

    @Value("${rappel.data}")
    private Path dataFolder;

    @Autowired
    private ExportLog log;

    @Autowired
    private ExportNames names;

    @Autowired
    private ItemWords words;

    @Autowired
    private MessageSource messages;

    @BeforeEach
    void twoRequests() {
        received(Instant.parse("2026-03-02T09:00:00Z"), Map.of("siret", "00012345500016", "region_code", "93"));
        received(Instant.parse("2026-03-03T08:30:00Z"), Map.of("topic_code", "=1+1"));
    }

    @Test
    void writesRowsForASpreadsheetInFrench() {
        String csv = new String(written(ExportContents.ROWS, ExportFormat.CSV, Dimension.ALL), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"Moment\";\"Demande\";\"SIRET\";\"Objet\";\"Région\";");
        List<String> lines = csv.lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1))
                .startsWith("2026-03-02 10:00:00;")
                .contains(
                        ";\"000\u00a0123\u00a0455\u00a000016\";",
                        ";\"Provence-Alpes-Côte d’Azur\";",
                        ";\"Hôtels, cafés, restaurants\";");
        assertThat(lines.get(2)).contains(";\"'=1+1\";").doesNotContain("\"=");
        assertThat(latest().status()).isEqualTo(ExportStatus.DONE);
        assertThat(latest().rowsWritten()).isEqualTo(latest().rowsExpected()).isEqualTo(2);
        assertThat(latest().percent()).isEqualTo(100);
    }

    @Test
    void goesOnOnAnotherSheetWhenOneIsFull() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Sheet sheet = new XlsxSheet(out, "Rappel", 3)) {
            sheet.row(List.of("titre"));
            for (int i = 1; i <= 5; i++) {
                sheet.row(List.of("ligne " + i));
            }
        }
        Map<String, String> parts = unzip(out.toByteArray());
        assertThat(parts.get("xl/worksheets/sheet1.xml"))
                .contains("titre", "ligne 2")
                .doesNotContain("ligne 3");
        assertThat(parts.get("xl/worksheets/sheet2.xml")).contains("titre", "ligne 3", "ligne 4");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains("titre", "ligne 5");
    }

    @Test
    void writesTheFiguresOfEachItem() {
        String csv = new String(
                written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.REGION), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList()).hasSizeGreaterThan(18);
        assertThat(csv).contains("\r\n\"Ensemble\";2;2;").contains("\r\n\"Île-de-France\";1;1;");
        assertThat(latest().rowsWritten())
                .isEqualTo(latest().rowsExpected())
                .isEqualTo(csv.lines().count() - 1);
    }

    @Test
    void writesWhatProvesAFigure() {
        String reference = received(Instant.parse("2026-03-03T08:00:00Z"), Map.of("region_code", "11"));
        data.fact("CALL_STARTED", reference, Instant.parse("2026-03-03T08:10:00Z"));
        data.fact("CALL_ENDED", reference, Instant.parse("2026-03-03T08:14:05Z"));
        data.fact("CLOSED", reference, Instant.parse("2026-03-03T08:14:05Z"));
        jdbc.sql("update callback_fact set outcome = 'RESOLVED' where kind in ('CALL_ENDED', 'CLOSED')")
                .update();
        jdbc.sql("""
                        insert into statistics_first_call (request_id, started_at, open_minutes, in_time)
                        select id, received_at, 10, true from callback_request where reference = :reference""").param("reference", reference).update();
        assertThat(rows(Measure.FIRST_CALL).getFirst())
                .endsWith(";\"Attente (minutes d’ouverture)\";\"Engagement tenu\"");
        assertThat(rows(Measure.FIRST_CALL).getLast()).endsWith(";10;\"oui\"");
        assertThat(rows(Measure.HANDLED).getFirst()).endsWith(";\"Durée (secondes)\"");
        assertThat(rows(Measure.HANDLED).getLast()).endsWith(";245");
        assertThat(rows(Measure.CLOSED).getFirst()).endsWith(";\"Appels depuis la réception ou la réouverture\"");
        assertThat(rows(Measure.CLOSED).getLast()).endsWith(";1;1");
        assertThat(rows(Measure.CALL).getFirst()).endsWith(";\"Issue\";\"Appel\"");
        assertThat(rows(Measure.CALL).getLast()).endsWith(";1");
        jdbc.sql(
                        "update callback_request set status = 'CLOSED', outcome = 'RESOLVED', closed_at = :at where reference = :reference")
                .param("at", Instant.parse("2026-03-03T08:14:05Z").atOffset(ZoneOffset.UTC))
                .param("reference", reference)
                .update();
        assertThat(rows(Measure.OPEN)).hasSize(3).noneMatch(line -> line.contains(SpokenReference.of(reference)));
        assertThat(latest().rowsWritten()).isEqualTo(latest().rowsExpected()).isEqualTo(2);
    }

    private List<String> rows(Measure measure) {
        long id = request(ExportContents.ROWS, ExportFormat.CSV, new RowQuery(MARCH, measure, Dimension.ALL, ""));
        runner.runWaiting();
        return new String(take(claire, id), StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void writesTheDaysTheHoursAndTheQuestions() {
        jdbc.sql("delete from faq_count").update();
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('SEARCH', '2026-03-02', '', 8), ('WORDS', '2026-03-02', 'xylophone', 2),
                               ('READ', '2026-03-02', 'creer-mon-compte', 12),
                               ('ASKED', '2026-03-02', 'creer-mon-compte', 3)""").update();
        assertThat(part(ExportContents.DAYS))
                .startsWith(
                        "\uFEFF\"Jour\";\"Reçues\";\"Premiers rappels\";\"Clôtures\";\"Reste à traiter\"",
                        "2026-03-01;0;0;0;0")
                .endsWith("2026-03-02;1;0;0;1", "2026-03-03;1;0;0;2");
        assertThat(part(ExportContents.HOURS))
                .hasSize(8)
                .contains("\"lundi\"" + ";0".repeat(10) + ";1" + ";0".repeat(13))
                .contains("\"mardi\"" + ";0".repeat(9) + ";1" + ";0".repeat(14));
        assertThat(part(ExportContents.QUESTIONS))
                .hasSize(4)
                .contains("\"Recherches\";2026-03-02;;8")
                .anyMatch(line -> line.startsWith("\"Réponses lues\";2026-03-02;\"Comment créer mon compte")
                        && line.endsWith(";12"))
                .anyMatch(line -> line.startsWith("\"Demandes après une réponse\";2026-03-02;\"Comment créer")
                        && line.endsWith(";3"));
        assertThat(names.of(latest())).startsWith("rappel-compteurs-de-la-faq-2026-03-01");
        assertThatThrownBy(() -> request(ExportContents.DAYS, ExportFormat.PDF, RECEIVED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** 1 to 3 March beside 1 to 3 February; the end of this month is not known yet. */
    @Test
    void setsTheDaysBesideThoseTheyAreComparedWith() {
        received(Instant.parse("2026-02-02T09:00:00Z"), Map.of());
        received(Instant.parse("2026-02-28T09:00:00Z"), Map.of());
        count.countFinishedDays();
        String csv = new String(
                written(ExportContents.DAYS, ExportFormat.CSV, Dimension.ALL, Comparison.BEFORE),
                StandardCharsets.UTF_8);
        List<String> lines = csv.lines().toList();
        assertThat(latest().rowsWritten()).isEqualTo(latest().rowsExpected()).isEqualTo(lines.size() - 1);
        assertThat(lines.getFirst()).endsWith(";\"Reste à traiter\";\"Jour comparé\";\"Reçues, période comparée\"");
        assertThat(lines)
                .anyMatch(line -> line.startsWith("2026-03-02;1;") && line.endsWith(";2026-02-02;1"))
                .anyMatch(line -> line.startsWith("2026-03-03;1;") && line.endsWith(";2026-02-03;0"))
                .last()
                .asString()
                .startsWith(";;;;;2026-02-28;1");
    }

    private List<String> part(ExportContents contents) {
        List<String> lines = new String(written(contents, ExportFormat.CSV, Dimension.ALL), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(latest().rowsWritten()).isEqualTo(latest().rowsExpected()).isEqualTo(lines.size() - 1);
        assertThat(written(contents, ExportFormat.XLSX, Dimension.ALL)).isNotEmpty();
        return lines;
    }

    @Test
    void writesAReportToReadWithEveryFigureAndItsDefinition() throws IOException {
        received(Instant.parse("2025-03-10T09:00:00Z"), Map.of());
        count.countFinishedDays();
        try (var pdf = Loader.loadPDF(written(ExportContents.BREAKDOWN, ExportFormat.PDF, Dimension.REGION))) {
            String text = new PDFTextStripper().getText(pdf).replaceAll("[\\s\\u00a0\\u202f]+", " ");
            assertThat(text)
                    .contains("Rapport d’activité de la ligne – AKTO", "Du 1er mars 2026 au 31 mars 2026")
                    .contains("du 1er février 2026 au 28 février 2026", "du 1er mars 2025 au 31 mars 2025")
                    .contains("Demandes reçues 2 0 1 (+100", "2 demandes")
                    .contains("Une issue annulée aussitôt ne compte pas.")
                    .contains("Répartition : Région", "Île-de-France 1", "Provence-Alpes-Côte d’Azur 1");
            for (Figure figure : Figure.values()) {
                assertThat(text)
                        .contains(messages.getMessage("statistics.figure." + figure, null, Locale.FRENCH)
                                .replace('\u00a0', ' '));
            }
            for (FaqFigure figure : FaqFigure.values()) {
                assertThat(text).contains(messages.getMessage("statistics.faqFigure." + figure, null, Locale.FRENCH));
            }
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("fr");
            assertThat(pdf.getDocumentInformation().getTitle()).startsWith("Rapport d’activité");
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getMediaBox().getHeight()).isEqualTo(PDRectangle.A4.getHeight());
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(names.of(latest())).isEqualTo("rappel-rapport-2026-03-01-2026-03-31-" + latest().id() + ".pdf");
    }

    @Test
    void listsOfABreakdownWhatTheScreenLists() {
        String csv = new String(
                written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.TOPIC), StandardCharsets.UTF_8);
        assertThat(csv.lines().map(line -> line.split(";", 2)[0]).toList())
                .containsExactly(
                        "\uFEFF\"Objet\"",
                        "\"Ensemble\"",
                        "\"Déposer une demande de prise en charge ou un contrat en alternance\"",
                        "\"'=1+1\"");
        assertThat(latest().percent()).isEqualTo(100);
    }

    @Test
    void namesPeopleAsTheScreenDoesAndWithTheirUserNames() {
        called("zoe", "Alice Martin");
        called("ben", "Alice Martin");
        called("abel", "Bernard Petit");
        called("parti", null);
        String csv = new String(
                written(ExportContents.BREAKDOWN, ExportFormat.CSV, Dimension.AGENT), StandardCharsets.UTF_8);
        assertThat(csv.lines().skip(2).map(line -> line.split(";", 2)[0]).toList())
                .containsExactly(
                        "\"Alice Martin (ben)\"", "\"Alice Martin (zoe)\"", "\"Bernard Petit (abel)\"", "\"parti\"");
        Map<String, Counted> counted = Map.of(
                "zoe", Counted.NOTHING, "ben", Counted.NOTHING, "abel", Counted.NOTHING, "parti", Counted.NOTHING);
        assertThat(words.items(Dimension.AGENT, counted, Locale.FRENCH))
                .extracting(Item::label)
                .containsExactly("Alice Martin (ben)", "Alice Martin (zoe)", "Bernard Petit", "parti");
        assertThat(rows(Measure.CALL))
                .hasSize(5)
                .anyMatch(line -> line.contains(";\"Bernard Petit (abel)\";"))
                .anyMatch(line -> line.contains(";\"parti\";"));
    }

    private void called(String username, @Nullable String name) {
        Instant at = TestClock.OPEN_TUESDAY.minusSeconds(600);
        String reference = received(at, Map.of());
        data.fact("CALL_STARTED", reference, at);
        data.fact("CALL_ENDED", reference, at.plusSeconds(60));
        jdbc.sql("update callback_fact set actor = :actor where kind <> 'RECEIVED' and actor is null")
                .param("actor", username)
                .update();
        jdbc.sql("update callback_fact set outcome = 'RESOLVED' where kind = 'CALL_ENDED'")
                .update();
        if (name != null) {
            data.account(Person.agent(username));
            jdbc.sql("update user_account set display_name = :name where username = :username")
                    .param("name", name)
                    .param("username", username)
                    .update();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ROWS, ALL, '', fr, demandes-recues",
        "ROWS, REGION, 93, fr, demandes-recues-provence-alpes-cote-d-azur",
        "ROWS, AGENT, amelie, fr, demandes-recues-amelie",
        "ROWS, AGENT, -, fr, demandes-recues-aucun-agent",
        "BREAKDOWN, ATTEMPT, '', fr, repartition-numero-d-appel",
        "BREAKDOWN, REGION, '', en, breakdown-region"
    })
    void namesAFileAfterWhatIsInItAndItsDays(
            ExportContents contents, Dimension by, String item, String language, String name) {
        var query = new RowQuery(MARCH, Measure.RECEIVED, by, item);
        long id = claire.get(
                () -> exports.request(contents, ExportFormat.CSV, query, Comparison.NONE, Locale.of(language)));
        assertThat(names.of(latest())).isEqualTo("rappel-" + name + "-2026-03-01-2026-03-31-" + id + ".csv");
    }

    @Test
    void writesAgainWhatFailed() {
        long failed = request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED);
        log.claimNext("other");
        log.end(failed, "other", ExportStatus.FAILED, 0);
        Person denis = Person.supervisor("denis");
        long again = denis.get(() -> exports.requestAgain(failed));
        runner.runWaiting();
        assertThat(latest())
                .returns(again, Export::id)
                .returns("denis", Export::requestedBy)
                .returns(RECEIVED, Export::query)
                .returns(ExportStatus.DONE, Export::status);
        assertThat(log.find(failed).orElseThrow().status()).isEqualTo(ExportStatus.FAILED);
        assertThatThrownBy(() -> claire.get(() -> exports.requestAgain(404))).isInstanceOf(ExportGone.class);
    }

    @Test
    void remembersWhatAFileIsComparedWith() {
        Comparison year = Comparison.YEAR;
        long id = claire.get(
                () -> exports.request(ExportContents.BREAKDOWN, ExportFormat.CSV, RECEIVED, year, Locale.FRENCH));
        assertThat(latest().comparison()).isEqualTo(year);
        long again = claire.get(() -> exports.requestAgain(id));
        assertThat(latest()).returns(again, Export::id).returns(year, Export::comparison);
        request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED);
        assertThat(latest().comparison()).isEqualTo(Comparison.NONE);
    }

    @Test
    void writesNoReportOfRows() {
        assertThatThrownBy(() -> claire.get(() -> exports.request(
                        ExportContents.ROWS, ExportFormat.PDF, RECEIVED, Comparison.NONE, Locale.FRENCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void handsOutForAWeekAndRemembersWhoTookWhat() {
        written(ExportContents.ROWS, ExportFormat.CSV, Dimension.ALL);
        long id = latest().id();
        assertThat(jdbc.sql("select downloaded_by from statistics_export_download")
                        .query(String.class)
                        .list())
                .containsExactly("claire");
        Path file = dataFolder.resolve("exports").resolve(id + ".csv");
        clock.advance(Exports.KEPT);
        runner.removeOld();
        assertThat(file).exists();
        assertThat(take(claire, id)).isNotEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> take(claire, id))
                .as("whether or not it was removed by now")
                .isInstanceOf(ExportGone.class);
        runner.removeOld();
        assertThat(file).doesNotExist();
        assertThat(latest().status()).isEqualTo(ExportStatus.EXPIRED);
        assertThatThrownBy(() -> take(claire, id)).isInstanceOf(ExportGone.class);
        assertThatThrownBy(() -> take(claire, 404)).isInstanceOf(ExportGone.class);
    }

    @Test
    void saysNotThatSomebodyTookAFileThatIsLost() throws IOException {
        long id = request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED);
        runner.runWaiting();
        Files.delete(dataFolder.resolve("exports").resolve(id + ".csv"));
        assertThatThrownBy(() -> take(claire, id)).isInstanceOf(ExportGone.class);
        assertThat(data.count("statistics_export_download")).isZero();
    }

    @Test
    void waitsUntilTheDaysAreCountedAndLetsOthersPass() {
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(40)), Map.of());
        long days = request(ExportContents.DAYS, ExportFormat.CSV, RECEIVED);
        long questions = request(ExportContents.QUESTIONS, ExportFormat.CSV, RECEIVED);
        runner.runWaiting();
        assertThat(log.find(days).orElseThrow().status()).isEqualTo(ExportStatus.WAITING);
        assertThat(log.find(questions).orElseThrow().status()).isEqualTo(ExportStatus.DONE);
        count.countFinishedDays();
        runner.runWaiting();
        assertThat(log.find(days).orElseThrow().status()).isEqualTo(ExportStatus.WAITING);
        clock.advance(ExportLog.LEASE.plusSeconds(1));
        runner.runWaiting();
        assertThat(log.find(days).orElseThrow().status()).isEqualTo(ExportStatus.DONE);
    }

    @Test
    void tellsAllOfThemPageByPage() {
        List<Long> ids = Stream.generate(() -> request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED))
                .limit(Exports.PAGE_SIZE + 1L)
                .toList();
        ExportPage first = claire.get(() -> exports.page(null));
        assertThat(first.exports())
                .extracting(Export::id)
                .containsExactlyElementsOf(ids.reversed().subList(0, Exports.PAGE_SIZE));
        ExportPage last = claire.get(() -> exports.page(first.next()));
        assertThat(last.exports()).extracting(Export::id).containsExactly(ids.getFirst());
        assertThat(last.next()).isNull();
    }

    @Test
    void leavesNothingOnDiskOfProcessesThatWereKilled() throws IOException {
        written(ExportContents.ROWS, ExportFormat.CSV, Dimension.ALL);
        Path ofWritten = stray(latest().id());
        long failed = request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED);
        log.claimNext("other");
        log.end(failed, "other", ExportStatus.FAILED, 0);
        Path ofFailed = stray(failed);
        Path ofAnother = stray(failed * 10);
        runner.removeOld();
        assertThat(ofWritten).exists();
        assertThat(ofFailed).exists();
        clock.advance(Exports.KEPT.plusSeconds(1));
        runner.removeOld();
        assertThat(ofWritten).doesNotExist();
        assertThat(ofFailed).doesNotExist();
        assertThat(ofAnother).exists();
        Files.delete(ofAnother);
    }

    @Test
    void handsOutNothingBeforeItIsWritten() {
        long id = request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED);
        assertThatThrownBy(() -> take(claire, id)).isInstanceOf(ExportGone.class);
    }

    @Test
    void isForSupervisorsOnly() {
        written(ExportContents.ROWS, ExportFormat.CSV, Dimension.ALL);
        long id = latest().id();
        assertThatThrownBy(() -> take(amelie, id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> amelie.get(() -> exports.page(null))).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> amelie.get(() -> exports.request(
                        ExportContents.ROWS, ExportFormat.CSV, RECEIVED, Comparison.NONE, Locale.FRENCH)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void isTakenOverFromAProcessThatDied() {
        request(ExportContents.ROWS, ExportFormat.CSV, RECEIVED);
        Export lost = log.claimNext("dead").orElseThrow();
        assertThat(log.claimNext("other")).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        runner.runWaiting();
        assertThat(latest().status()).isEqualTo(ExportStatus.DONE);
        assertThatThrownBy(() -> log.progress(lost.id(), "dead", 2, 1)).isInstanceOf(ExportLost.class);
    }

    private Path stray(long id) throws IOException {
        return Files.writeString(dataFolder.resolve("exports").resolve(id + "-dead.part"), "half");
    }

    private Export latest() {
        return claire.get(() -> exports.page(null)).exports().getFirst();
    }

    /** By the directory at its end, as spreadsheets read it. */
    private Map<String, String> unzip(byte[] file) {
        Map<String, String> parts = new HashMap<>();
        try {
            Path path = Files.write(folder.resolve("export.xlsx"), file);
            try (var zip = new ZipFile(path.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    byte[] part = zip.getInputStream(entry).readAllBytes();
                    parts.put(entry.getName(), new String(part, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
