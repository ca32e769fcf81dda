package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import fr.rappel.dossier.Company;
import fr.rappel.dossier.Dossier;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.Payment;
import fr.rappel.dossier.Rattachement;
import fr.rappel.dossier.RegisterState;
import fr.rappel.dossier.StatusChange;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

@DatabaseTest
class ImportTest {

    private static final Person ADMIN = Person.admin("david");

    @Autowired
    private Imports imports;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private ImportSpool spool;

    @Autowired
    private CopyWriter copy;

    @Autowired
    private ImportFormats formats;

    @Autowired
    private ImportProperties limits;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbcTemplate;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void emptyCopy() {
        new CopyTables(jdbc).clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    @Test
    void storesTheSevenKinds() {
        SampleFiles.ALL.forEach((kind, file) -> assertThat(send(kind, file))
                .as("%s", kind)
                .returns(ImportStatus.DONE, ImportRun::status)
                .returns(0L, ImportRun::rowsRefused));

        assertThat(jdbc.sql("select * from dossier_company")
                        .query(Company.class)
                        .single())
                .isEqualTo(new Company(
                        "099900003",
                        "Café de l’Œuvre",
                        "SAS",
                        "56.30Z",
                        "1979",
                        "12",
                        "AD-00 42",
                        RegisterState.ACTIVE));
        assertThat(value("select name_key from dossier_company")).isEqualTo("cafe de l oeuvre");
        assertThat(value("select member_key from dossier_company")).isEqualTo("ad0042");
        var dossier =
                jdbc.sql("select * from dossier_dossier").query(Dossier.class).single();
        assertThat(dossier.status()).isEqualTo(DossierStatus.ACCORDE);
        assertThat(dossier.amountAsked()).isEqualTo(125_040L);
        assertThat(dossier.amountGranted()).isEqualTo(100_000L);
        assertThat(dossier.statusAt()).as("10:30 in Paris").isEqualTo("2026-03-02T09:30:00Z");
        assertThat(jdbc.sql("select * from dossier_rattachement order by scope")
                        .query(Rattachement.class)
                        .list())
                .extracting(Rattachement::siret)
                .containsExactly(null, "09990000300015");
        assertThat(jdbc.sql("select * from dossier_payment")
                        .query(Payment.class)
                        .single()
                        .amount())
                .isEqualTo(100_000L);
    }

    @Test
    void keepsWhetherADocumentIsSignedAsLongAsFilesSayIt() {
        SampleFiles.ALL.forEach(this::send);
        assertThat(signed()).isNull();
        for (String said : List.of("oui", "non", "")) {
            send(ImportKind.DOCUMENTS, """
                    identifiant;numero_dossier;nature;sens;nom;date;signé
                    G-1;D-2026-1;CERFA_10103;DEPOSE;a.pdf;2026-03-02;%s
                    """.formatted(said));
            assertThat(signed()).isEqualTo(said.isEmpty() ? null : said.equals("oui"));
        }
    }

    private Boolean signed() {
        return jdbc.sql("select * from dossier_document")
                .query(DossierDocument.class)
                .single()
                .signed();
    }

    @Test
    void theSameFilesAgainChangeNothing() {
        SampleFiles.ALL.forEach(this::send);
        var before = new CopyTables(jdbc).contents();
        SampleFiles.ALL.forEach((kind, file) ->
                assertThat(send(kind, file).rowsRefused()).as("%s", kind).isZero());
        assertThat(new CopyTables(jdbc).contents()).isEqualTo(before);
    }

    @Test
    void aLaterFileReplacesAndTheHistoryGrows() {
        SampleFiles.ALL.forEach(this::send);
        send(ImportKind.DOSSIERS, SampleFiles.DOSSIER.replace("ENGAGE;02/03/2026 10:30", "SOLDE;2026-05-04"));
        assertThat(value("select status from dossier_dossier")).isEqualTo("SOLDE");
        assertThat(jdbc.sql("select * from dossier_status_change order by at")
                        .query(StatusChange.class)
                        .list())
                .extracting(StatusChange::status)
                .containsExactly(DossierStatus.ACCORDE, DossierStatus.SOLDE);
    }

    @Test
    void refusesALineWhoseBytesAreNoTextAndStoresTheRest() {
        String file = """
                email;personne;profil;administrateur;statut
                a@exemple.fr;Zoé Ré;ENTREPRISE;oui;ACTIF
                b@exemple.fr;Ren~;ENTREPRISE;oui;ACTIF
                c@exemple.fr;Noé Ça;ENTREPRISE;oui;ACTIF
                """;
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '~') {
                bytes[i] = (byte) 0xE9;
            }
        }
        var run = send(ImportKind.ACCOUNTS, bytes);
        assertThat(refusals(run)).containsExactly(tuple(3L, "personne", ImportFault.ENCODING, "b@exemple.fr"));
        assertThat(jdbc.sql("select person from dossier_account order by email_key")
                        .query(String.class)
                        .list())
                .containsExactly("Zoé Ré", "Noé Ça");
    }

    @Test
    void padsCodesThatLostTheirLeadingZeros() {
        var run = send(
                ImportKind.COMPANIES,
                SampleFiles.COMPANY.replace("1979;12", "44;1")
                        + SampleFiles.COMPANY
                                .lines()
                                .skip(1)
                                .findFirst()
                                .orElseThrow()
                                .replace("1979", "12345"));
        assertThat(value("select idcc from dossier_company")).isEqualTo("0044");
        assertThat(value("select size_band from dossier_company")).isEqualTo("01");
        assertThat(refusals(run)).extracting(refusal -> refusal.toList().get(1)).contains("idcc");
        send(ImportKind.COMPANIES, SampleFiles.COMPANY.replace("1979;12", "1979;nn"));
        assertThat(value("select size_band from dossier_company")).isEqualTo("NN");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "UTF-8"})
    void readsBothEncodings(Charset charset) {
        send(ImportKind.COMPANIES, SampleFiles.COMPANY.getBytes(charset));
        assertThat(value("select name from dossier_company")).isEqualTo("Café de l’Œuvre");
    }

    @Test
    void refusesLinesWithTheirReasonAndStoresTheRest() {
        send(ImportKind.COMPANIES, SampleFiles.COMPANY);
        var run = send(ImportKind.DOSSIERS, """
                numero;type;siret_employeur;beneficiaire;statut;statut_le;montant_demande
                D-1;PRO_A;09990000300015;Zoé;TRANSMIS;2026-03-01;12,5
                D-2;PRO_A;09990000300016;Zoé;TRANSMIS;2026-03-01;
                D-3;PRO_B;09990000300015;Zoé;TRANSMIS;2026-02-30;12,555
                D-4;PRO_A;09990000300015;;TRANSMIS;2026-03-01;
                D-1;PRO_A;09990000300015;Anna;TRANSMIS;2026-03-01;
                D-5;PRO_A;35600000000048;Zoé;TRANSMIS;2026-03-01;
                ;PRO_A;09990000300015;1 85 05 78 006 084 36;TRANSMIS;2026-03-01;
                D-6;PRO_A;09990000300015;Z\u0000;TRANSMIS;2026-03-01;
                D-7;PRO_A;09990000300015;"Zoé;TRANSMIS;2026-03-01;
                D-8;PRO_A;09990000300015;Zoé;TRANSMIS
                D-9;PRO_A;09990000300015;Zoé;TRANSMIS;2026-03-01;-3
                D-10;PRO_A;09990000300015;Zoé;TRANSMIS;2026-02-30 09:30;
                D-11;PRO_A;09990000300015;Zoé;TRANSMIS;28/02/2026 24:00;
                """.replace("\\u0000", "\0"));

        assertThat(run.status()).isEqualTo(ImportStatus.DONE);
        assertThat(run.rowsRead()).isEqualTo(13);
        assertThat(run.rowsStored()).isEqualTo(2);
        assertThat(run.rowsRefused()).isEqualTo(11);
        assertThat(refusals(run))
                .containsExactlyInAnyOrder(
                        tuple(3L, "siret_employeur", ImportFault.WRONG_KEY, "D-2"),
                        tuple(4L, "type", ImportFault.UNKNOWN_CODE, "D-3"),
                        tuple(4L, "statut_le", ImportFault.INVALID_DATE, "D-3"),
                        tuple(4L, "montant_demande", ImportFault.INVALID_AMOUNT, "D-3"),
                        tuple(5L, "beneficiaire", ImportFault.REQUIRED, "D-4"),
                        tuple(6L, "", ImportFault.DUPLICATE, "D-1"),
                        tuple(7L, "siret_employeur", ImportFault.UNKNOWN_PARENT, "D-5"),
                        tuple(8L, "numero", ImportFault.REQUIRED, ""),
                        tuple(9L, "beneficiaire", ImportFault.CONTROL_CHARACTER, "D-6"),
                        tuple(10L, "", ImportFault.QUOTE, ""),
                        tuple(11L, "", ImportFault.COLUMN_COUNT, ""),
                        tuple(13L, "statut_le", ImportFault.INVALID_DATE, "D-10"),
                        tuple(14L, "statut_le", ImportFault.INVALID_DATE, "D-11"));
        assertThat(value("select trainee from dossier_dossier where number = 'D-1'"))
                .isEqualTo("Zoé");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numero;type                                             | MISSING_COLUMN
            numero;numero;type;siret_employeur;beneficiaire;statut;statut_le | DOUBLE_COLUMN
            'PK\u0003\u0004rest'                                  | NOT_CSV
            ''                                                      | EMPTY
            """)
    void refusesAWholeFileWithItsReason(String text, ImportFault reason) {
        var run = send(ImportKind.DOSSIERS, text.replace("\\u0003", "\u0003").replace("\\u0004", "\u0004"));
        assertThat(run.status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(run.fault()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zip", "gzip"})
    void refusesABombUnopened(String form) throws IOException {
        var bomb = new ByteArrayOutputStream();
        try (var packed = form.equals("zip") ? zip(bomb) : new GZIPOutputStream(bomb)) {
            byte[] nothing = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                packed.write(nothing);
            }
        }
        var run = send(ImportKind.DOSSIERS, bomb.toByteArray());
        assertThat(run.fault()).isEqualTo(ImportFault.NOT_CSV);
        assertThat(run.sizeBytes()).isEqualTo(bomb.size()).isLessThan(1024 * 1024);
        assertThat(run.rowsRead()).isZero();
    }

    private static OutputStream zip(OutputStream target) throws IOException {
        var zip = new ZipOutputStream(target);
        zip.putNextEntry(new ZipEntry("dossiers.csv"));
        return zip;
    }

    @Test
    void cutsAStreamWithoutEndAtTheLimitAndKeepsNothingOfIt(@TempDir Path folder) throws IOException {
        byte[] line = "a@b.fr;A;OF;non;ACTIF\n".getBytes(StandardCharsets.UTF_8);
        var endless = new InputStream() {
            private long position;

            @Override
            public int read() {
                return line[(int) (position++ % line.length)];
            }
        };
        var narrow = new ImportProperties(null, limits.settle(), DataSize.ofMegabytes(3), 1500, limits.lease());
        assertThatExceptionOfType(ImportTooLarge.class)
                .isThrownBy(() -> new ImportSpool(folder, narrow).receive(endless));
        try (var kept = Files.list(folder.resolve("imports"))) {
            assertThat(kept).isEmpty();
        }
    }

    @Test
    void givesUpAFileThatIsNotWhatItSays() {
        var strict = new ImportProperties(null, limits.settle(), limits.maxSize(), 1500, limits.lease());
        long id = receive(
                ImportKind.ACCOUNTS,
                ("email;personne;profil;administrateur;statut\n" + "x;x;x;x;x\n".repeat(5000))
                        .getBytes(StandardCharsets.UTF_8));
        new ImportRunner(runs, spool, formats, copy, strict, transaction).runWaiting();
        var run = runs.find(id).orElseThrow();
        assertThat(run.status()).isEqualTo(ImportStatus.REFUSED);
        assertThat(run.fault()).isEqualTo(ImportFault.TOO_MANY_REFUSALS);
        assertThat(run.rowsRefused()).isEqualTo(2 * ImportRunner.BATCH);
    }

    @Test
    void readsParentsFirstWhateverTheOrderTheyCameIn() {
        List<ImportKind> kinds = List.copyOf(SampleFiles.ALL.keySet()).reversed();
        List<Long> ids = kinds.stream()
                .map(kind -> receive(kind, SampleFiles.ALL.get(kind).getBytes(StandardCharsets.UTF_8)))
                .toList();
        runner.runWaiting();
        assertThat(ids)
                .extracting(id -> runs.find(id).orElseThrow().rowsRefused())
                .containsOnly(0L);
    }

    @Test
    void aRunLeftByAKilledProcessIsTakenOverAndEndsTheSame() {
        String file = SampleFiles.companies(3500);
        send(ImportKind.COMPANIES, file);
        var expected = new CopyTables(jdbc).contents();
        new CopyTables(jdbc).clear();

        long id = receive(ImportKind.COMPANIES, file.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(Killed.class)
                .isThrownBy(() -> runnerKilledAfter(2).runWaiting());
        assertThat(runs.find(id).orElseThrow().rowsStored()).isEqualTo(2 * ImportRunner.BATCH);

        runner.runWaiting();
        assertThat(runs.find(id).orElseThrow().status())
                .as("not before the lease is over")
                .isEqualTo(ImportStatus.RUNNING);
        clock.advance(Duration.ofMinutes(2));
        runner.runWaiting();

        var run = runs.find(id).orElseThrow();
        assertThat(run.status()).isEqualTo(ImportStatus.DONE);
        assertThat(run.rowsRead()).isEqualTo(3500);
        assertThat(run.rowsStored()).isEqualTo(3500);
        assertThat(new CopyTables(jdbc).contents()).isEqualTo(expected);
    }

    @Test
    void whoeverLostARunWritesNoMore() {
        long id = receive(ImportKind.COMPANIES, SampleFiles.COMPANY.getBytes(StandardCharsets.UTF_8));
        var slow = runs.claimNext().orElseThrow();
        assertThat(runs.claimNext()).as("one run at a time").isEmpty();
        clock.advance(Duration.ofMinutes(2));
        var faster = runs.claimNext().orElseThrow();

        assertThat(faster.id()).isEqualTo(id);
        assertThatExceptionOfType(ClaimLost.class).isThrownBy(() -> runs.end(slow, ImportStatus.DONE, null, null));
        runs.end(faster, ImportStatus.DONE, null, null);
    }

    @Test
    void theReportIsSafeInASpreadsheetAndSaysNothingOfPeople() {
        send(ImportKind.COMPANIES, SampleFiles.COMPANY);
        var run = send(ImportKind.DOSSIERS, """
                numero;type;siret_employeur;beneficiaire;statut;statut_le
                =HYPERLINK(1);PRO_B;09990000300015;Zoé Secrète;TRANSMIS;2026-03-01
                """);
        var out = new ByteArrayOutputStream();
        ADMIN.does(() -> imports.writeReport(run.id(), Locale.FRENCH, out));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFligne;champ;motif;clé;explication\r\n2;type;UNKNOWN_CODE;'=HYPERLINK(1);Ce code")
                .doesNotContain("Secrète");
    }

    /** A process that dies when it has stored so many batches: nothing is cleaned up, no failure is noted. */
    private ImportRunner runnerKilledAfter(int batches) {
        var dying = new CopyWriter(jdbcTemplate, new NamedParameterJdbcTemplate(jdbcTemplate)) {
            private int left = batches;

            @Override
            List<LineRefusal> write(ImportFormat format, List<CopyRow> rows, long run) {
                if (left-- == 0) {
                    throw new Killed();
                }
                return super.write(format, rows, run);
            }
        };
        return new ImportRunner(runs, spool, formats, dying, limits, transaction);
    }

    private static final class Killed extends Error {}

    private ImportRun send(ImportKind kind, String file) {
        return send(kind, file.getBytes(StandardCharsets.UTF_8));
    }

    private ImportRun send(ImportKind kind, byte[] file) {
        long id = receive(kind, file);
        runner.runWaiting();
        return runs.find(id).orElseThrow();
    }

    private long receive(ImportKind kind, byte[] file) {
        return ADMIN.get(() -> imports.receive(kind, ImportSource.SCREEN, "x.csv", new ByteArrayInputStream(file)))
                .id();
    }

    private List<Tuple> refusals(ImportRun run) {
        return runs.refusals(run.id(), 0, "", 100).stream()
                .map(r -> tuple(r.line(), r.field(), r.reason(), r.lineKey()))
                .toList();
    }

    private Object value(String sql) {
        return jdbc.sql(sql).query().singleValue();
    }
}
