package fr.rappel.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.FactKind;
import fr.rappel.files.FileStore;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
    private FileStore files;

    @Autowired
    private DocumentRows rows;

    @Autowired
    private DocumentTidying tidying;

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
    void oneRequest() throws IOException {
        data.clear();
        for (String left : files.keys(DocumentRows.FOLDER, Instant.MAX)) {
            files.delete(left);
        }
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
        assertThat(files.size(key)).isEmpty();
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
        assertThat(file(key)).isRegularFile();
        try (var kept = Files.list(file(key).getParent())) {
            assertThat(kept).as("the second is not kept").containsExactly(file(key));
        }
    }

    @Test
    void oneThatCannotBeReadKeepsNoOtherWaiting() throws IOException {
        String missing =
                rows.find(add("perdu.pdf", "%PDF-1.7 perdu")).orElseThrow().key();
        add("devis.pdf", "%PDF-1.7 devis");
        files.delete(missing);
        scan.scanWaiting();
        assertThat(AMELIE.get(() -> documents.of(reference)))
                .extracting(ReceivedDocument::name, ReceivedDocument::state)
                .containsExactly(tuple("perdu.pdf", DocumentState.WAITING), tuple("devis.pdf", DocumentState.CLEAN));
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAfterADay() throws IOException {
        String known =
                rows.find(add("devis.pdf", "%PDF-1.7 devis")).orElseThrow().key();
        String left = leave(UUID.randomUUID().toString());
        String halfWritten = leave(UUID.randomUUID() + ".part");
        clock.advance(Duration.ofHours(24));
        tidying.deleteUnneeded();
        assertThat(List.of(file(left), file(halfWritten)))
                .allSatisfy(file -> assertThat(file).exists());
        clock.advance(Duration.ofSeconds(1));
        Files.setLastModifiedTime(file(known), FileTime.from(TestClock.OPEN_TUESDAY));
        tidying.deleteUnneeded();
        assertThat(files.keys(DocumentRows.FOLDER, Instant.MAX)).containsExactly(known);
    }

    @Test
    void malwareThatAKilledProcessLeftIsDeleted() throws IOException {
        long id = add("facture.pdf", "%PDF-1.7 " + ClamdStub.EICAR);
        String key = rows.find(id).orElseThrow().key();
        scan.scanWaiting();
        leave(key.substring(DocumentRows.FOLDER.length() + 1));
        clock.advance(Duration.ofHours(25));
        tidying.deleteUnneeded();
        assertThat(files.size(key)).isEmpty();
        assertThat(only().state()).isEqualTo(DocumentState.INFECTED);
    }

    private String leave(String name) throws IOException {
        String key = DocumentRows.FOLDER + "/" + name;
        files.put(key, "x".getBytes(StandardCharsets.US_ASCII));
        Files.setLastModifiedTime(file(key), FileTime.from(clock.instant()));
        return key;
    }

    private Path file(String key) {
        return folder.resolve("documents").resolve(key);
    }

    /** The number of the document. */
    private long add(String name, String contents) {
        String link = links.pathOf(reference).substring("/suivi/".length());
        var source = new ByteArrayResource(contents.getBytes(StandardCharsets.US_ASCII));
        var post = new Post(link, "page", "10.96.0.1");
        assertThat(followUp.addDocuments(post, List.of(new SentDocument(name, source))))
                .isEmpty();
        return AMELIE.get(() -> documents.of(reference)).getLast().id();
    }

    private ReceivedDocument only() {
        List<ReceivedDocument> all = AMELIE.get(() -> documents.of(reference));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
