package fr.rappel.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.FactKind;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a virus scanner nobody reads what it has not seen. */
@DatabaseTest
class DocumentScanTest {

    private static final Person AMELIE = Person.agent("amelie");
    private static final ClamdStub CLAMD = new ClamdStub();

    @Autowired
    private FollowUp followUp;

    @Autowired
    private FollowUpLinks links;

    @Autowired
    private VisitorDocuments documents;

    @Autowired
    private DocumentScan scan;

    @Autowired
    private DocumentStore store;

    @Autowired
    private DocumentRows rows;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Value("${rappel.data}")
    private Path folder;

    private String reference;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("rappel.followup.clamd.host", () -> "127.0.0.1");
        properties.add("rappel.followup.clamd.port", CLAMD::port);
        properties.add("rappel.followup.clamd.timeout", () -> "2s");
    }

    @AfterAll
    static void stop() throws IOException {
        CLAMD.close();
    }

    @BeforeEach
    void oneRequest() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        CLAMD.confuse(false);
        reference = data.waiting(clock.instant());
    }

    @Test
    void isReadableOnceItWasFoundHarmless() throws IOException {
        long id = add("devis.pdf", "%PDF-1.7 devis");
        assertThat(only().state()).isEqualTo(DocumentState.WAITING);
        assertThatThrownBy(() -> AMELIE.get(() -> documents.readable(id))).isInstanceOf(DocumentNotReadable.class);
        scan.scanWaiting();
        assertThat(only().state()).isEqualTo(DocumentState.CLEAN);
        assertThat(AMELIE.get(() -> documents.readable(id)).name()).isEqualTo("devis.pdf");
    }

    @Test
    void waitsWhileTheScannerCannotSay() {
        add("devis.pdf", "%PDF-1.7 devis");
        CLAMD.confuse(true);
        scan.scanWaiting();
        assertThat(only().state()).isEqualTo(DocumentState.WAITING);
        CLAMD.confuse(false);
        scan.scanWaiting();
        assertThat(only().state()).isEqualTo(DocumentState.CLEAN);
    }

    @Test
    void isNeverReadableWithAVirus() throws IOException {
        long id = add("facture.pdf", "%PDF-1.7 " + ClamdStub.EICAR);
        String key = rows.find(id).orElseThrow().key();
        scan.scanWaiting();
        assertThat(only().state()).isEqualTo(DocumentState.INFECTED);
        assertThatThrownBy(() -> AMELIE.get(() -> documents.readable(id))).isInstanceOf(DocumentNotReadable.class);
        assertThatThrownBy(() -> store.open(key)).isInstanceOf(IOException.class);
        assertThat(AMELIE.get(() -> sheets.open(reference)).timeline().getLast())
                .satisfies(fact -> assertThat(fact.kind()).isEqualTo(FactKind.DOCUMENT_REFUSED))
                .satisfies(fact -> assertThat(fact.note()).isEqualTo("facture.pdf"));
    }

    @Test
    void isKeptUnderANameOfOursAndOnce() throws IOException {
        add("../../evil.pdf", "%PDF-1.7 devis");
        add("le même.pdf", "%PDF-1.7 devis");
        assertThat(List.of(only().name(), only().fileName())).containsExactly("evil.pdf", reference + "-1.pdf");
        assertThat(data.count("callback_fact")).isEqualTo(1);
        String key = rows.find(only().id()).orElseThrow().key();
        assertThat(folder.resolve("visitor-documents").resolve(key)).isRegularFile();
    }

    @Test
    void whatAKilledProcessLeftIsDeleted() throws IOException {
        long id = add("devis.pdf", "%PDF-1.7 devis");
        Path left = folder.resolve("visitor-documents/00000000-0000-0000-0000-000000000000");
        Files.writeString(left, "x", StandardCharsets.UTF_8);
        store.deleteUnknown(Files.getLastModifiedTime(left).toInstant().minus(Duration.ofHours(1)), rows::knows);
        assertThat(left).exists();
        store.deleteUnknown(Files.getLastModifiedTime(left).toInstant().plusSeconds(1), rows::knows);
        assertThat(left).doesNotExist();
        store.open(rows.find(id).orElseThrow().key()).close();
    }

    private long add(String name, String contents) {
        String link = links.pathOf(reference).substring("/suivi/".length());
        var source = new ByteArrayResource(contents.getBytes(StandardCharsets.US_ASCII));
        followUp.addDocument(new Post(link, "page", "10.96.0.1"), name, source);
        return only().id();
    }

    private ReceivedDocument only() {
        List<ReceivedDocument> all = AMELIE.get(() -> documents.of(reference));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
