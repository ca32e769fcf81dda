package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.callback.NotHolder;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nothing is read without a trace, and no trace is written twice. */
@DatabaseTest
class DossierReadingTest {

    private static final String SHOP = "55208131766522";
    private static final String CFA = "13002526500013";
    private static final Purpose REQUEST = Purpose.request("ABCD2345");
    private static final Purpose CALL = Purpose.of(ReadingReason.INCOMING_CALL);

    private final Person amelie = Person.agent("amelie");
    private final Person bruno = Person.agent("bruno");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private DossierReading reading;

    @Autowired
    private ReadingLog log;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestData data;

    private CopyData copy;

    @BeforeEach
    void oneDossier() {
        clock.set(TestClock.OPEN_TUESDAY);
        data.clear();
        data.held("ABCD2345", "amelie");
        data.held("ABCD2346", "amelie");
        copy = new CopyData(jdbc)
                .clear()
                .company("552081317", "Boulangerie", "1")
                .company("130025265", "CFA des Métiers", "2")
                .establishment(SHOP, Map.of())
                .establishment(CFA, Map.of())
                .dossier(
                        "DOS-1",
                        SHOP,
                        "Zoé Ré",
                        Map.of("provider_siret", CFA, "status", "ACCORDE", "master_complete", false))
                .document("DOC-1", "DOS-1", "ACCORD_PRISE_EN_CHARGE", "EMIS", "2026-01-05")
                .document("DOC-2", "DOS-1", "FACTURE", "DEPOSE", "2026-02-05")
                .invoice(CFA, "F-1", "DOS-1", 1_000, "REJETEE", "2026-02-05")
                .payment("VIR-1", CFA, "F-1", 400, "2026-02-20");
    }

    @Test
    void opensADossierWithAllThatBelongsToIt() {
        var sheet = amelie.get(() -> reading.open("dos 1", REQUEST));
        assertThat(sheet.dossier().number()).isEqualTo("DOS-1");
        assertThat(sheet.dossier().masterComplete()).isFalse();
        assertThat(sheet.employer()).isEqualTo("Boulangerie");
        assertThat(sheet.provider()).isEqualTo("CFA des Métiers");
        assertThat(sheet.documents()).extracting(DossierDocument::id).containsExactly("DOC-2", "DOC-1");
        assertThat(sheet.invoices()).extracting(Invoice::number).containsExactly("F-1");
        assertThat(sheet.payments()).extracting(Payment::bankReference).containsExactly("VIR-1");
        assertThat(sheet.blockers()).containsExactly(new Blocker(BlockingRule.INVOICE_REJECTED, List.of("F-1", "—")));
        assertThat(readings()).containsExactly("amelie DOSSIER DOS-1 ABCD2345");
    }

    @Test
    void recordsTheSameReadingOnceAMinute() {
        clock.set(TestClock.OPEN_TUESDAY.plusSeconds(59));
        amelie.does(() -> reading.open("DOS-1", REQUEST));
        clock.advance(Duration.ofSeconds(2));
        amelie.does(() -> reading.open("DOS-1", REQUEST));
        clock.advance(Duration.ofSeconds(57));
        amelie.does(() -> reading.open("DOS-1", REQUEST));
        assertThat(readings()).hasSize(1);
        clock.advance(Duration.ofSeconds(1));
        amelie.does(() -> reading.open("DOS-1", REQUEST));
        assertThat(readings()).hasSize(2);
    }

    @Test
    void recordsWhateverDiffers() {
        amelie.does(() -> reading.open("DOS-1", REQUEST));
        claire.does(() -> reading.open("DOS-1", REQUEST));
        amelie.does(() -> reading.open("DOS-1", CALL));
        amelie.does(() -> reading.open("DOS-1", Purpose.request("ABCD2346")));
        amelie.does(() -> reading.document("DOC-1", REQUEST));
        assertThat(readings())
                .containsExactly(
                        "amelie DOCUMENT DOC-1 ABCD2345",
                        "amelie DOSSIER DOS-1 ABCD2346",
                        "amelie DOSSIER DOS-1 INCOMING_CALL",
                        "claire DOSSIER DOS-1 ABCD2345",
                        "amelie DOSSIER DOS-1 ABCD2345");
    }

    @Test
    void recordsAnAccountThatIsLinkedToNothing() {
        String address = "zoe." + "x".repeat(200) + "@exemple.fr";
        copy.account(address, "Zoé Lenoir", "ENTREPRISE", "ACTIF");
        var sheet = amelie.get(() -> reading.account(address.toUpperCase(Locale.ROOT), CALL));
        assertThat(sheet.linked().links()).isEmpty();
        assertThat(readings()).containsExactly("amelie ACCOUNT " + address + " INCOMING_CALL");
    }

    @Test
    void recordsAnAccountAndTheCompaniesItTellsOf() {
        copy.account("zoe@exemple.fr", "Zoé Lenoir", "ENTREPRISE", "ACTIF")
                .link("zoe@exemple.fr", "552081317", "ENTREPRISE", "RETIRE", "2025-01-05")
                .link("zoe@exemple.fr", SHOP, "ENTREPRISE", "ACTIF", "2026-01-05")
                .link("zoe@exemple.fr", CFA, "CFA", "ACTIF", "2026-01-05");
        amelie.does(() -> reading.account("Zoe@exemple.fr", REQUEST));
        amelie.does(() -> reading.account("zoe@exemple.fr", REQUEST));
        assertThat(readings())
                .containsExactlyInAnyOrder(
                        "amelie ACCOUNT zoe@exemple.fr ABCD2345",
                        "amelie COMPANY 130025265 ABCD2345",
                        "amelie COMPANY 552081317 ABCD2345");
        assertThatThrownBy(() -> bruno.does(() -> reading.account("zoe@exemple.fr", REQUEST)))
                .isInstanceOf(NotHolder.class);
        assertThat(readings()).hasSize(3);
    }

    @Test
    void recordsOneOfManyAtOnce() throws Exception {
        var together = new CyclicBarrier(20);
        Callable<DossierSheet> open = () -> {
            together.await();
            return amelie.get(() -> reading.open("DOS-1", REQUEST));
        };
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (var sheet : threads.invokeAll(Collections.nCopies(20, open))) {
                assertThat(sheet.get().dossier().number()).isEqualTo("DOS-1");
            }
        }
        assertThat(readings()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DOS-2", "DOC-1", "1", "-1", "' or 1=1 --", "%", "../DOC-1", "\0"})
    void answersTheSameWhateverIsGuessed(String guess) {
        assertThatThrownBy(() -> amelie.does(() -> reading.open(guess, CALL))).isInstanceOf(DossierNotFound.class);
        String other = guess.equals("DOC-1") ? "DOS-1" : guess;
        assertThatThrownBy(() -> amelie.does(() -> reading.document(other, CALL)))
                .isInstanceOf(DossierNotFound.class);
        assertThatThrownBy(() -> amelie.does(() -> reading.account(guess, CALL)))
                .isInstanceOf(DossierNotFound.class);
        assertThat(readings()).isEmpty();
    }

    @Test
    void filesNothingUnderARequestThatDoesNotExist() {
        Purpose invented = Purpose.request("ZZZZ2345");
        assertThatThrownBy(() -> amelie.does(() -> reading.open("DOS-1", invented)))
                .isInstanceOf(RequestNotFound.class);
        assertThatThrownBy(() -> amelie.does(() -> reading.document("DOC-1", invented)))
                .isInstanceOf(RequestNotFound.class);
        assertThat(readings()).isEmpty();
    }

    @Test
    void saysForWhatSomebodyMayRead() {
        assertThat(amelie.get(() -> reading.mayBeFor(REQUEST))).isTrue();
        assertThat(claire.get(() -> reading.mayBeFor(REQUEST))).isTrue();
        assertThat(bruno.get(() -> reading.mayBeFor(REQUEST))).isFalse();
        assertThat(bruno.get(() -> reading.mayBeFor(CALL))).isTrue();
        assertThat(claire.get(() -> reading.mayBeFor(Purpose.request("ZZZZ2345"))))
                .isFalse();
        assertThat(readings()).isEmpty();
    }

    @Test
    void filesNothingUnderARequestInOtherHands() {
        assertThatThrownBy(() -> bruno.does(() -> reading.open("DOS-1", REQUEST)))
                .isInstanceOf(NotHolder.class);
        assertThatThrownBy(() -> bruno.does(() -> reading.document("DOC-1", REQUEST)))
                .isInstanceOf(NotHolder.class);
        data.giveAllBack();
        assertThatThrownBy(() -> amelie.does(() -> reading.open("DOS-1", REQUEST)))
                .isInstanceOf(NotHolder.class);
        assertThat(readings()).isEmpty();
        claire.does(() -> reading.open("DOS-1", REQUEST));
        assertThat(readings()).hasSize(1);
    }

    @Test
    void opensADossierWhoseEmployerHasNoName() {
        copy.company("853000982", "Provisoire", "3").establishment("85300098200241", Map.of());
        copy.dossier("DOS-5", "85300098200241", "Ali Ba", Map.of("provider_siret", "12345678200010"));
        var sheet = amelie.get(() -> reading.open("DOS-5", CALL));
        assertThat(sheet.employer()).isEqualTo("Provisoire");
        assertThat(sheet.provider())
                .as("a training organisation the copy does not know")
                .isNull();
    }

    @Test
    void knowsTheBankDetailsThatCameWithAnotherDossier() {
        copy.dossier("DOS-7", SHOP, "Léa Bo", Map.of("provider_siret", CFA, "status", "ACCORDE"))
                .invoice(CFA, "F-7", "DOS-7", 1_000, "DEPOSEE", "2026-02-05");
        jdbc.sql("delete from dossier_payment").update();
        assertThat(blockers("DOS-7")).contains(BlockingRule.BANK_DETAILS_MISSING);
        copy.document("DOC-7", "DOS-1", "RIB", "DEPOSE", "2026-01-05");
        assertThat(blockers("DOS-7")).doesNotContain(BlockingRule.BANK_DETAILS_MISSING);
        jdbc.sql("update dossier_invoice set issuer_siret = '" + SHOP + "' where number = 'F-1'")
                .update();
        assertThat(blockers("DOS-7")).as("somebody else's bank details").contains(BlockingRule.BANK_DETAILS_MISSING);
    }

    @Test
    void countsTheDaysOfSilenceOnTheLinesCalendar() {
        copy.dossier(
                "DOS-7",
                SHOP,
                "Léa Bo",
                Map.of("complete_at", Instant.parse("2026-02-10T23:30:00Z"), "provider_nda", "11755555555"));
        assertThat(blockers("DOS-7"))
                .as("complete on the 11th in Paris, so until the 3rd of March: today")
                .doesNotContain(BlockingRule.SILENCE_IS_REFUSAL);
        clock.advance(Duration.ofDays(1));
        assertThat(amelie.get(() -> reading.open("DOS-7", CALL)).blockers())
                .contains(new Blocker(BlockingRule.SILENCE_IS_REFUSAL, List.of(LocalDate.of(2026, 3, 3))));
    }

    private List<BlockingRule> blockers(String number) {
        return amelie.get(() -> reading.open(number, CALL)).blockers().stream()
                .map(Blocker::rule)
                .toList();
    }

    @Test
    void asksForExactlyOnePurpose() {
        assertThatThrownBy(() -> new Purpose(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Purpose("ABCD2345", ReadingReason.MAIL))
                .isInstanceOf(IllegalArgumentException.class);
        for (String reference : List.of("", "abcd2345", "A B", "INCOMING_CALL", "A".repeat(21))) {
            assertThatThrownBy(() -> Purpose.request(reference)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void pagesTheLogWithoutSkipOrRepeat() {
        for (int i = 0; i < 7; i++) {
            amelie.does(() -> reading.open("DOS-1", REQUEST));
            bruno.does(() -> reading.document("DOC-1", CALL));
            clock.advance(Duration.ofMinutes(2));
        }
        List<Reading> read = new ArrayList<>();
        Long next = null;
        do {
            Long from = next;
            var page = claire.get(() -> log.page(null, null, from, 4));
            read.addAll(page.readings());
            next = page.next();
            amelie.does(() -> reading.document("DOC-2", CALL));
        } while (next != null && read.size() < 50);
        assertThat(read).hasSize(14).doesNotHaveDuplicates().isSortedAccordingTo((a, b) -> b.at().compareTo(a.at()));
        assertThat(claire.get(() -> log.page("bruno", null, null, 0)).readings())
                .hasSize(1);
        assertThat(claire.get(() -> log.page("bruno", "DOC-1", null, 50)).readings())
                .hasSize(7);
        assertThat(claire.get(() -> log.page("bruno", "DOS-1", null, 50)).readings())
                .isEmpty();
        assertThat(claire.get(() -> log.page(null, null, null, 14)).next()).isNotNull();
    }

    private List<String> readings() {
        return claire.get(() -> log.page(null, null, null, 100)).readings().stream()
                .map(row -> row.reader() + " " + row.subject() + " " + row.subjectId() + " "
                        + row.purpose().text())
                .toList();
    }
}
