package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.Siret;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An amount on a bank statement, and what it paid. */
@DatabaseTest
class PaymentFinderTest {

    private static final String SHOP = "55208131766522";
    private static final String CFA = "13002526500013";
    private static final Purpose CALL = Purpose.of(ReadingReason.INCOMING_CALL);
    private static final LocalDate DAY = LocalDate.of(2026, 2, 20);

    @Autowired
    private PaymentFinder finder;

    @Autowired
    private JdbcClient jdbc;

    private CopyData copy;

    @BeforeEach
    void payments() {
        copy = new CopyData(jdbc)
                .clear()
                .company("552081317", "Boulangerie", "1")
                .establishment(SHOP, Map.of())
                .dossier("DOS-1", SHOP, "Zoé Ré", Map.of("provider_siret", CFA));
        invoice("F-1", 100_00, "VIR-1", "2026-02-20");
        invoice("F-2", 250_40, "VIR-1", "2026-02-20");
        invoice("F-3", 999_00, "VIR-2", "2026-02-18");
        invoice("F-4", 70_00, "VIR-3", "2026-03-25");
        copy.invoice(CFA, "F-5", "DOS-1", 33_33, "DEPOSEE", "2026-02-19");
    }

    @Test
    void findsTheOnePayment() {
        assertThat(find(999_00, 5, CFA)).containsExactly("transfer F-3");
        assertThat(find(100_00, 5, CFA)).containsExactly("F-1");
    }

    @Test
    void recordsWhoAskedAndWhatTheAnswerNames() {
        find(1_00, 60, CFA);
        assertThat(read()).containsExactly("amelie COMPANY 130025265 INCOMING_CALL");
        find(999_00, 5, CFA);
        assertThat(read())
                .containsExactly("amelie COMPANY 130025265 INCOMING_CALL", "amelie DOSSIER DOS-1 INCOMING_CALL");
    }

    private List<String> read() {
        return jdbc.sql(
                        "select reader || ' ' || subject || ' ' || subject_id || ' ' || purpose from dossier_reading order by id")
                .query(String.class)
                .list();
    }

    @Test
    void findsTheTransferThatPaidSeveral() {
        assertThat(find(350_40, 0, CFA)).containsExactly("transfer F-1 F-2");
    }

    @Test
    void findsInvoicesOfDifferentTransfersThatAddUp() {
        assertThat(find(1_099_00, 5, CFA)).containsExactly("F-1 F-3");
    }

    @Test
    void findsAnInvoiceNotPaidYet() {
        assertThat(find(33_33, 5, CFA)).containsExactly("F-5");
    }

    @Test
    void findsForTheEmployerToo() {
        assertThat(find(999_00, 5, SHOP)).containsExactly("transfer F-3");
        assertThat(find(350_40, 5, SHOP)).containsExactly("transfer F-1 F-2");
        assertThat(find(1_099_00, 5, SHOP)).containsExactly("F-1 F-3");
    }

    @Test
    void findsNothingElsewhereOrAtAnotherTime() {
        assertThat(find(70_00, 20, CFA)).isEmpty();
        assertThat(find(70_00, 40, CFA)).containsExactly("transfer F-4");
        assertThat(find(100_00, 5, "85300098200241")).isEmpty();
        assertThat(find(1_00, 60, CFA)).isEmpty();
        assertThat(find(100_00, Integer.MIN_VALUE, SHOP)).containsExactly("F-1");
    }

    @Test
    void findsATransferHoweverManyItPaid() {
        for (int i = 10; i < 70; i++) {
            invoice("G-" + i, 10_00 + i, "VIR-9", "2026-02-21");
        }
        long total = 60 * 10_00 + (10 + 69) * 30;
        assertThat(find(total, 5, CFA))
                .first()
                .asString()
                .startsWith("transfer G-10 G-11")
                .endsWith("G-69");
        assertThat(find(total, 5, CFA)).isEqualTo(find(total, 5, CFA));
    }

    @Test
    void countsATransferByWhatItPaidForTheEmployerHoweverManyInvoices() {
        for (int i = 10; i < 18; i++) {
            invoice("G-" + i, 10_00 + i, "VIR-9", "2026-02-21");
        }
        copy.company("130025265", "CFA des Métiers", "2")
                .establishment(CFA, Map.of())
                .dossier("DOS-2", CFA, "Ali Ba", Map.of())
                .invoice(CFA, "H-1", "DOS-2", 77_77, "PAYEE", "2026-01-20")
                .payment("VIR-9", CFA, "H-1", 77_77, "2026-02-21");
        long forTheShop = 8 * 10_00 + (10 + 17) * 4;
        assertThat(find(forTheShop, 5, SHOP)).containsExactly("transfer G-10 G-11 G-12 G-13 G-14 G-15 G-16 G-17");
        assertThat(find(forTheShop + 77_77, 5, CFA))
                .containsExactly("transfer G-10 G-11 G-12 G-13 G-14 G-15 G-16 G-17 H-1");
        assertThat(find(forTheShop, 5, CFA))
                .as("eight parts of nine are too many to guess")
                .isEmpty();
    }

    @Test
    void findsWhatTheEmployerItselfWasReimbursed() {
        for (int i = 1; i <= 7; i++) {
            copy.invoice(SHOP, "R-" + i, "DOS-1", 20_00 + i, "PAYEE", "2026-01-20")
                    .payment("VIR-8", SHOP, "R-" + i, 20_00 + i, "2026-02-19");
        }
        assertThat(find(7 * 20_00 + 28, 5, SHOP)).containsExactly("transfer R-1 R-2 R-3 R-4 R-5 R-6 R-7");
    }

    @Test
    void findsTheTransferThatPaidTwoEstablishmentsOfOneOrganisation() {
        String second = "13002526500021";
        for (int i = 10; i < 17; i++) {
            invoice("G-" + i, 10_00 + i, "VIR-9", "2026-02-21");
        }
        copy.invoice(second, "H-1", "DOS-1", 77_77, "PAYEE", "2026-01-20")
                .payment("VIR-9", second, "H-1", 77_77, "2026-02-21");
        long total = 7 * 10_00 + (10 + 16) * 7 / 2 + 77_77;
        assertThat(find(total, 5, CFA)).containsExactly("transfer G-10 G-11 G-12 G-13 G-14 G-15 G-16 H-1");
        assertThat(find(total, 5, second)).containsExactly("transfer G-10 G-11 G-12 G-13 G-14 G-15 G-16 H-1");
        assertThat(find(total, 0, CFA)).as("another day").isEmpty();
    }

    @Test
    void takesOffACreditNote() {
        invoice("A-1", -50_40, "VIR-4", "2026-02-20");
        assertThat(find(-50_40, 5, CFA)).containsExactly("transfer A-1");
        assertThat(find(200_00, 5, CFA)).containsExactly("A-1 F-2");
        assertThat(find(948_60, 5, CFA)).containsExactly("A-1 F-3");
    }

    @Test
    void putsTogetherTheNearestToTheDayOnlyAndFindsASingleOneAnywhere() {
        for (int i = 0; i < 60; i++) {
            invoice("N-%02d".formatted(i), 5_000_00 + (1L << (i % 20)) + i * 1_000_000_00L, "VIR-N" + i, "2026-02-21");
        }
        invoice("Z-1", 11_11, "VIR-Z1", "2026-03-20");
        invoice("Z-2", 22_22, "VIR-Z2", "2026-03-21");
        assertThat(find(11_11, 40, CFA)).containsExactly("transfer Z-1");
        assertThat(find(33_33, 40, CFA)).as("both are beyond the forty nearest").containsExactly("F-5");
        assertThat(find(133_33, 40, CFA)).containsExactly("F-1 F-5");
    }

    private void invoice(String number, long cents, String reference, String paidOn) {
        copy.invoice(CFA, number, "DOS-1", cents, "PAYEE", "2026-01-20").payment(reference, CFA, number, cents, paidOn);
    }

    private List<String> find(long cents, int days, String siret) {
        return Person.agent("amelie")
                .get(() -> finder.find(new Euros(cents), DAY, days, new Siret(siret), CALL))
                .stream()
                .map(match -> (match.oneTransfer() ? "transfer " : "")
                        + match.lines().stream()
                                .map(line -> line.invoice().number())
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .toList();
    }
}
