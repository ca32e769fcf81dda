package fr.rappel.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import fr.rappel.testing.SampleImages;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.InputStreamSource;

/** Both stores keep the same promises. */
class FileStoreTest {

    private static final byte[] CONTENTS = "%PDF-1.7 contents of a letter".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> NO_KEYS = List.of(
            "",
            ".",
            "..",
            "../x",
            "a/../../x",
            "a/..",
            "/etc/passwd",
            "a//b",
            "a/",
            ".hidden",
            "a/.hidden",
            "..\\x",
            "C:\\x",
            "a\0.pdf",
            "a\nb",
            "é.pdf",
            "%2e%2e/x",
            "a b",
            "\u202Efdp.exe",
            "x".repeat(201));

    @TempDir
    Path folder;

    private static S3Server s3;

    @BeforeAll
    static void start() throws Exception {
        s3 = new S3Server();
    }

    @BeforeEach
    void empty() {
        s3.clear();
    }

    @AfterAll
    static void stop() throws Exception {
        s3.close();
    }

    @Test
    void keepsAndGivesPartsOfContents() throws IOException {
        for (FileStore store : stores()) {
            assertThat(store.size("2026/03/a-1.pdf")).isEmpty();
            store.put("2026/03/a-1.pdf", "old".getBytes(StandardCharsets.US_ASCII));
            store.put("2026/03/a-1.pdf", CONTENTS);

            assertThat(store.size("2026/03/a-1.pdf")).hasValue(CONTENTS.length);
            assertThat(read(store, 0, CONTENTS.length)).isEqualTo(CONTENTS);
            assertThat(read(store, 9, 8)).isEqualTo("contents".getBytes(StandardCharsets.US_ASCII));
            assertThat(read(store, 5, 0)).isEmpty();
            assertThat(read(store, 20, 5000)).isEqualTo(Arrays.copyOfRange(CONTENTS, 20, CONTENTS.length));
            assertThat(ContentType.of(store, "2026/03/a-1.pdf")).isEqualTo("application/pdf");
            assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> store.open("2026/none", 0, 1));
        }
        assertThat(s3.keys()).containsExactly("2026/03/a-1.pdf");
    }

    @Test
    void forgetsWhatIsDeleted() throws IOException {
        for (FileStore store : stores()) {
            store.put("suivi/a-1", CONTENTS);
            store.put("suivi/a-2", CONTENTS);
            store.delete("suivi/a-1");
            store.delete("suivi/a-1");
            NO_KEYS.forEach(
                    key -> assertThatCode(() -> store.delete(key)).as(key).doesNotThrowAnyException());

            assertThat(store.size("suivi/a-1")).isEmpty();
            assertThat(store.size("suivi/a-2")).hasValue(CONTENTS.length);
        }
    }

    @Test
    void listsWhatWasPutIntoAFolderBefore() throws IOException {
        for (FileStore store : stores()) {
            for (String key : List.of("suivi/a-1", "suivi/a-2", "suivi/b/a-3", "suivi-2/a-4", "a-5")) {
                store.put(key, CONTENTS);
            }
            assertThat(store.keys("suivi", Instant.MAX))
                    .containsExactlyInAnyOrder("suivi/a-1", "suivi/a-2", "suivi/b/a-3");
            assertThat(store.keys("suivi", Instant.EPOCH)).isEmpty();
            assertThat(store.keys("none", Instant.MAX)).isEmpty();
            for (String folder : NO_KEYS) {
                assertThat(store.keys(folder, Instant.MAX)).as(folder).isEmpty();
            }
        }
    }

    /** A store that refuses or is away never looks like one that has no such file. */
    @ParameterizedTest
    @CsvSource({"letters, key, wrong", "letters, other, secret", "away, key, secret"})
    void aStoreThatDoesNotServeIsAFailure(String name, String accessKey, String secretKey) throws IOException {
        stores().getLast().put("suivi/a-1", CONTENTS);
        URI uri = name.equals("away") ? nobodyListens() : s3.uri();
        FileStore store = bucket(uri, name, accessKey, secretKey);
        List<ThrowingCallable> uses = List.of(
                () -> store.size("suivi/a-1"),
                () -> store.open("suivi/a-1", 0, 1),
                () -> store.put("suivi/a-1", "new".getBytes(StandardCharsets.US_ASCII)),
                () -> store.delete("suivi/a-1"),
                () -> store.keys("suivi", Instant.MAX));
        assertFailures(uses);
        assertThat(stores().getLast().size("suivi/a-1")).hasValue(CONTENTS.length);
    }

    @Test
    void aBucketThatIsNotThereIsAFailure() {
        FileStore store = bucket(s3.uri(), "lettres", "key", "secret");
        assertFailures(List.of(
                () -> store.size("suivi/a-1"),
                () -> store.open("suivi/a-1", 0, 1),
                () -> store.put("suivi/a-1", CONTENTS),
                () -> store.keys("suivi", Instant.MAX)));
    }

    private static void assertFailures(List<ThrowingCallable> uses) {
        for (ThrowingCallable use : uses) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(use)
                    .matches(failure -> !(failure instanceof NoSuchFileException))
                    .withMessage("The file store does not answer");
        }
    }

    private static URI nobodyListens() throws IOException {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        }
    }

    @Test
    void listsWhatAKilledProcessLeftHalfWritten() throws IOException {
        FileStore store = stores().getFirst();
        Set<String> meanwhile = new HashSet<>();
        InputStreamSource slow = () -> new FilterInputStream(new ByteArrayInputStream(CONTENTS)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                meanwhile.addAll(store.keys("suivi", Instant.MAX));
                return super.read(buffer, from, length);
            }
        };
        store.put("suivi/a-1", slow, CONTENTS.length);
        assertThat(meanwhile).singleElement().asString().endsWith(".part");
        assertThat(store.keys("suivi", Instant.MAX)).containsExactly("suivi/a-1");
    }

    @Test
    void namesThatAreNoKeysLeadNowhere() throws IOException {
        Files.writeString(folder.resolve("x"), "outside");
        for (FileStore store : stores()) {
            for (String key : NO_KEYS) {
                assertThat(store.size(key)).as(key).isEmpty();
                assertThatExceptionOfType(NoSuchFileException.class).as(key).isThrownBy(() -> store.open(key, 0, 1));
                assertThatIllegalArgumentException().as(key).isThrownBy(() -> store.put(key, CONTENTS));
            }
        }
        assertThat(s3.keys()).isEmpty();
    }

    @Test
    void aLinkOutOfTheFolderLeadsNowhere() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("store"));
        Path outside = Files.writeString(folder.resolve("secret"), "outside");
        Files.createSymbolicLink(inside.resolve("letter.pdf"), outside);
        Files.createSymbolicLink(inside.resolve("up"), folder);
        var store = new LocalFileStore(inside);
        assertThat(store.size("letter.pdf")).isEmpty();
        assertThat(store.size("up/secret")).isEmpty();
    }

    @Test
    void contentsAreWhatTheirBytesAre() {
        assertThat(ContentType.of("<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("text/html");
        assertThat(ContentType.of("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"
                        .getBytes(StandardCharsets.US_ASCII)))
                .isIn("image/svg+xml", "application/xml");
        assertThat(ContentType.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}))
                .isEqualTo("image/png");
        assertThat(List.of("text/html", "image/svg+xml", "image/gif", "application/xml", "application/octet-stream"))
                .noneMatch(ContentType::isShown);
        assertThat(List.of("application/pdf", "image/png", "image/jpeg")).allMatch(ContentType::isShown);
    }

    @Test
    void anImageIsShownUnlessItClaimsTooManyPixels() throws IOException {
        Map<String, byte[]> images = Map.of(
                "small.png", SampleImages.png(60, 40),
                "small.jpg", SampleImages.jpeg(60, 40),
                "huge.png", SampleImages.png(50_000, 50_000),
                "huge.jpg", SampleImages.jpeg(65_000, 65_000),
                "broken.png", Arrays.copyOf(SampleImages.png(1, 1), 12),
                "none.png", SampleImages.png(0, 0),
                "letter.pdf", CONTENTS,
                "page.html", "<html><body>".getBytes(StandardCharsets.US_ASCII));
        for (FileStore store : stores()) {
            List<String> shown = new ArrayList<>();
            for (var image : images.entrySet()) {
                store.put(image.getKey(), image.getValue());
                if (Preview.isAllowed(store, image.getKey(), ContentType.of(store, image.getKey()))) {
                    shown.add(image.getKey());
                }
            }
            assertThat(shown).containsExactlyInAnyOrder("small.png", "small.jpg", "letter.pdf");
        }
    }

    private List<FileStore> stores() {
        var noBucket = new FileStoreProperties.S3(null, null, "eu-west-3", null, null);
        return List.of(
                new FileStoreConfiguration().fileStore(new FileStoreProperties(null, noBucket), folder),
                bucket(s3.uri(), S3Server.BUCKET, S3Server.ACCESS_KEY, S3Server.SECRET_KEY));
    }

    private FileStore bucket(URI uri, String name, String accessKey, String secretKey) {
        var bucket = new FileStoreProperties.S3(name, uri, "eu-west-3", accessKey, secretKey);
        return new FileStoreConfiguration().fileStore(new FileStoreProperties(null, bucket), folder);
    }

    private static byte[] read(FileStore store, long from, long length) throws IOException {
        try (InputStream in = store.open("2026/03/a-1.pdf", from, length)) {
            return in.readAllBytes();
        }
    }
}
