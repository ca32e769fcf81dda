package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.rappel.dossier.DossierStatus;
import fr.rappel.files.ContentType;
import fr.rappel.files.StorageKey;
import fr.rappel.shared.InventedCompany;
import fr.rappel.shared.Siret;
import fr.rappel.testing.DatabaseTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class InventedCopyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Autowired
    private ImportInbox inbox;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private ImportRuns runs;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theSameSizeAndDayGiveTheSameFiles() throws IOException {
        for (ImportKind kind : ImportKind.values()) {
            assertThat(file(new InventedCopy(500, TODAY), kind)).isEqualTo(file(new InventedCopy(500, TODAY), kind));
        }
    }

    @Test
    void everyCompanyHasANumberOfItsOwn() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 100_000; i++) {
            numbers.add(new InventedCompany(i).siret(1).value());
        }
        assertThat(numbers).hasSize(100_000).allMatch(siret -> siret.startsWith("099"));
    }

    @Test
    void everythingIsTakenInAndNothingLiesAhead() throws IOException {
        new CopyTables(jdbc).clear();
        var copy = new InventedCopy(300, TODAY);
        send(copy.asSent(), ImportKind.COMPANIES, ImportKind.DOSSIERS);
        send(copy.asDecided(), ImportKind.DOSSIERS);
        send(copy, ImportKind.values());

        assertThat(count("dossier_dossier")).isEqualTo(300);
        assertThat(count("dossier_document")).isEqualTo(900);
        assertThat(count("dossier_payment")).isPositive();
        assertThat(count("dossier_status_change")).isBetween(450L, 750L);
        assertThat(count("dossier_dossier where status_at > timestamp with time zone '2026-03-03 23:00:00+00'"))
                .isZero();
        assertThat(count("dossier_payment where paid_on > date '2026-03-03'")).isZero();
        assertThat(count("dossier_document where dated > date '2026-03-03'")).isZero();
    }

    @Test
    void datesFollowEachOther() {
        var copy = new InventedCopy(3_000, TODAY);
        Set<DossierStatus> seen = EnumSet.noneOf(DossierStatus.class);
        for (int i = 0; i < copy.dossiers(); i++) {
            InventedDossier dossier = copy.dossier(i);
            seen.add(dossier.status());
            assertThat(dossier.decidedOn()).as("%s", dossier).isBetween(dossier.sentOn(), TODAY);
            assertThat(dossier.statusOn()).as("%s", dossier).isBetween(dossier.sentOn(), TODAY);
            assertThat(dossier.completeOn()).isBeforeOrEqualTo(dossier.decidedOn());
            if (dossier.isInvoiced()) {
                assertThat(dossier.invoicedOn()).isBetween(dossier.startsOn(), TODAY);
            }
            if (dossier.isPaid()) {
                assertThat(dossier.paidOn()).as("%s", dossier).isBetween(dossier.invoicedOn(), TODAY);
            }
            if (dossier.status() == DossierStatus.SOLDE) {
                assertThat(dossier.isPaid()).isTrue();
                assertThat(dossier.statusOn()).as("%s", dossier).isAfter(dossier.endsOn());
            }
        }
        assertThat(seen).containsExactlyInAnyOrder(DossierStatus.values());
    }

    @Test
    void someTransfersPaySeveralInvoicesOfOneOrganisation() {
        var copy = new InventedCopy(300, TODAY);
        Map<String, List<InventedDossier>> transfers = IntStream.range(0, copy.dossiers())
                .mapToObj(copy::dossier)
                .filter(InventedDossier::isPaid)
                .collect(Collectors.groupingBy(InventedDossier::bankReference));
        assertThat(transfers.values())
                .anyMatch(paid -> paid.size() > 2)
                .allSatisfy(paid -> assertThat(paid)
                        .extracting(InventedDossier::providerSiret, InventedDossier::paidOn)
                        .containsOnly(tuple(
                                paid.getFirst().providerSiret(), paid.getFirst().paidOn())));
    }

    @Test
    void anySizeCanBeInvented() throws IOException {
        assertThat(file(new InventedCopy(0, TODAY), ImportKind.DOSSIERS).lines())
                .hasSize(1);
        assertThat(file(new InventedCopy(1, TODAY), ImportKind.DOCUMENTS).lines())
                .hasSize(4);
        InventedDossier last = new InventedCopy(20_000_000, TODAY).dossier(19_999_999);
        assertThat(last.number()).matches("D20\\d\\d-20000000");
        assertThat(new Siret(last.employerSiret()).siren().value()).startsWith("099");
    }

    @Test
    void papersAreRealPdfFiles() throws IOException {
        InventedDossier dossier = new InventedCopy(300, TODAY).dossier(7);
        for (InventedDocument document : dossier.documents()) {
            assertThat(StorageKey.isValid(document.storageKey())).isTrue();
            byte[] pdf = InventedPaper.of(dossier, document, "Accord de prise en charge");
            assertThat(ContentType.of(pdf)).isEqualTo("application/pdf");
            try (var read = Loader.loadPDF(pdf)) {
                assertThat(new PDFTextStripper().getText(read))
                        .contains("Accord de prise en charge", dossier.number(), dossier.trainee());
            }
        }
    }

    private void send(InventedCopy copy, ImportKind... kinds) throws IOException {
        for (ImportKind kind : kinds) {
            byte[] bytes = file(copy, kind).getBytes(StandardCharsets.UTF_8);
            long id = inbox.receive(kind, ImportSource.DEMO, "x.csv", new ByteArrayInputStream(bytes), null);
            runner.runWaiting();
            assertThat(runs.find(id).orElseThrow())
                    .as("%s", kind)
                    .returns(ImportStatus.DONE, ImportRun::status)
                    .returns(0L, ImportRun::rowsRefused);
        }
    }

    private long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static String file(InventedCopy copy, ImportKind kind) throws IOException {
        var out = new StringBuilder();
        copy.write(kind, out);
        return out.toString();
    }
}
