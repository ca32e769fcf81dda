package fr.rappel.followup.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.rappel.followup.FollowUpLinks;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.PlainBrowser;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What visitors send as documents, what of it is kept, and what agents get. */
@DatabaseTest
@AutoConfigureMockMvc
class DocumentUploadTest {

    private static final byte[] PDF = "%PDF-1.7 devis".getBytes(UTF_8);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F'};
    private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private FollowUpLinks links;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private PlainBrowser browser;
    private String reference;
    private String page;

    @BeforeEach
    void oneRequest() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        browser = new PlainBrowser(mvc);
        reference = data.waiting(clock.instant());
        page = links.pathOf(reference);
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("devis.pdf", PDF, "application/pdf", ".pdf"),
                Arguments.of("photo.exe", PNG, "image/png", ".png"),
                Arguments.of("scan", JPEG, "image/jpeg", ".jpg"),
                Arguments.of(
                        "javascript.pdf",
                        "%PDF-1.7 /OpenAction << /S /JavaScript /JS (app.alert(1)) >>".getBytes(UTF_8),
                        "application/pdf",
                        ".pdf"),
                Arguments.of("page.png", both(PNG, "<html><script>alert(1)</script>"), "image/png", ".png"),
                Arguments.of("archive.jpg", both(JPEG, "PK\3\4 evil.exe"), "image/jpeg", ".jpg"),
                Arguments.of("image.svg", both(PNG, "<svg onload=\"alert(1)\"/>"), "image/png", ".png"),
                Arguments.of(
                        "both.pdf",
                        "%PDF-1.7 <html><script>alert(1)</script>".getBytes(UTF_8),
                        "application/pdf",
                        ".pdf"));
    }

    @ParameterizedTest
    @MethodSource("taken")
    void agentsDownloadItAndNothingShowsIt(String name, byte[] contents, String type, String ending) {
        assertThat(PlainBrowser.location(upload(name, contents))).endsWith("?fait=documents");
        assertThat(browser.read(page)).contains(name, "reçu");
        var answer = download(id(), Person.agent("amelie"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(contents);
        assertThat(answer.getContentType()).isEqualTo(type);
        assertThat(answer.getHeaders("Content-Disposition"))
                .containsExactly("attachment; filename=\"" + reference + "-1" + ending + "\"");
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(answer.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    static Stream<Arguments> refused() throws IOException {
        return Stream.of(
                Arguments.of("vide.pdf", new byte[0], "est vide"),
                Arguments.of("x.gif", "GIF89a/*=1;alert(1)//".getBytes(UTF_8), "ni un PDF"),
                Arguments.of("x.png", "GIF89a/*=1;alert(1)//".getBytes(UTF_8), "ni un PDF"),
                Arguments.of(
                        "logo.svg",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(UTF_8),
                        "ni un PDF"),
                Arguments.of("lettre.pdf", "<!DOCTYPE html><script>alert(1)</script>".getBytes(UTF_8), "ni un PDF"),
                Arguments.of("lettre.pdf", "<html>%PDF-1.7".getBytes(UTF_8), "ni un PDF"),
                Arguments.of(
                        "x.xml",
                        "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                                .getBytes(UTF_8),
                        "ni un PDF"),
                Arguments.of(
                        "x.mhtml", "MIME-Version: 1.0\nContent-Type: multipart/related".getBytes(UTF_8), "ni un PDF"),
                Arguments.of("x.pdf", "MZ\0\0".getBytes(UTF_8), "ni un PDF"),
                Arguments.of("bombe.pdf", zipBomb(), "ni un PDF"),
                Arguments.of("x.pdf", "%PDF".getBytes(UTF_8), "ni un PDF"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void keepsNothingElse(String name, byte[] contents, String reason) {
        var answer = upload(name, contents);
        assertThat(answer).hasStatus(409);
        assertThat(PlainBrowser.text(answer)).contains(reason);
        assertThat(data.count("followup_document")).isZero();
        assertThat(data.count("callback_fact")).isZero();
    }

    @Test
    void keepsWhatIsBesideARefusedOne() {
        var gif = new MockMultipartFile("documents", "x.gif", "application/pdf", "GIF89a".getBytes(UTF_8));
        var empty = new MockMultipartFile("documents", "vide.pdf", "application/pdf", new byte[0]);
        var answer = browser.upload(page, page + "/documents", pdf("a"), gif, pdf("b"), empty, pdf("c"));
        assertThat(answer).hasStatus(409);
        assertThat(PlainBrowser.text(answer))
                .contains("Tous vos documents ne sont pas joints", "« x.gif » n’est ni", "« vide.pdf » est vide")
                .contains("href=\"#documents\"")
                .doesNotContain("Rien n’est encore enregistré");
        assertThat(jdbc.sql("select name from followup_document order by slot")
                        .query(String.class)
                        .list())
                .containsExactly("a.pdf", "b.pdf", "c.pdf");
    }

    @Test
    void takesTenMebibytesAndNotOneByteMore() {
        assertThat(upload("juste.pdf", pdf(TEN_MEBIBYTES))).hasStatus(303);
        assertThat(PlainBrowser.text(upload("trop.pdf", pdf(TEN_MEBIBYTES + 1))))
                .contains("dépasse 10 Mo");
        assertThat(PlainBrowser.text(upload("onze.pdf", pdf(11 * 1024 * 1024)))).contains("dépasse 10 Mo");
        assertThat(jdbc.sql("select size from followup_document")
                        .query(Long.class)
                        .list())
                .containsExactly((long) TEN_MEBIBYTES);
    }

    @Test
    void takesFiveAndTheSameOnce() {
        assertThat(browser.upload(page, page + "/documents", pdf("a"), pdf("b"), pdf("a"), pdf("c")))
                .hasStatus(303);
        assertThat(data.count("followup_document")).isEqualTo(3);
        var answer = browser.upload(page, page + "/documents", pdf("d"), pdf("e"), pdf("f"));
        assertThat(PlainBrowser.text(answer)).contains("« f.pdf » n’est pas joint", "déjà ses cinq documents");
        assertThat(data.count("followup_document")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../x.pdf",
                "C:\\x.pdf",
                "CON",
                "x.pdf.exe",
                "\u202Efdp.exe",
                ".htaccess",
                "a\";filename=evil.exe;x=\".pdf",
                "<img src=x onerror=alert(1)>.pdf",
                "a\r\nSet-Cookie: a=b",
                "é\uD83D\uDE00.pdf"
            })
    void noNameGetsAnywhereButOnThePage(String name) {
        upload(name, PDF);
        assertThat(browser.read(page)).doesNotContain("<img src=x");
        var answer = download(id(), Person.agent("amelie"));
        assertThat(answer.getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + reference + "-1.pdf\"");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void aFormWithoutDocumentSaysSo() {
        assertThat(PlainBrowser.text(browser.upload(page, page + "/documents")))
                .contains("Choisissez au moins un document", "Rien n’est encore enregistré");
        assertThat(PlainBrowser.text(upload("", new byte[0]))).contains("Choisissez au moins un document");
        assertThat(browser.post(page + "/documents", "documents", "x")).hasStatus(422);
    }

    @Test
    void readsNothingForALinkThatDoesNotWork() {
        assertThat(mvc.perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart(
                                "/suivi/x/documents")
                        .file(pdf("a"))))
                .hasStatus(404);
    }

    @Test
    void onlyAgentsDownload() {
        upload("devis.pdf", PDF);
        String path = "/console/pieces-recues/" + id();
        var stranger = mvc.get().uri(path).exchange().getResponse();
        assertThat(stranger.getStatus()).isEqualTo(302);
        assertThat(stranger.getRedirectedUrl()).endsWith("/connexion");
        assertThat(download(id(), new Person("nobody", List.of("OTHER"))).getStatus())
                .isEqualTo(404);
        assertThat(download(id(), Person.supervisor("claire")).getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "999999999999999999", "1;x=2", "00"})
    void whatIsNotThereIsNotFound(String id) {
        assertThat(download(id, Person.agent("amelie")).getStatus()).isIn(400, 404);
    }

    @Test
    void whatIsNotReadableHasTheAnswerOfWhatIsNotThere() {
        upload("devis.pdf", PDF);
        jdbc.sql("update followup_document set state = 'WAITING'").update();
        var waiting = download(id(), Person.agent("amelie"));
        var missing = download("1", Person.agent("amelie"));
        assertThat(waiting.getStatus()).isEqualTo(404);
        assertThat(waiting.getContentAsByteArray()).isEqualTo(missing.getContentAsByteArray());
        assertThat(browser.read(page)).contains("pas encore vérifié");
    }

    private MvcTestResult upload(String name, byte[] contents) {
        return browser.upload(
                page, page + "/documents", new MockMultipartFile("documents", name, "application/pdf", contents));
    }

    private MockHttpServletResponse download(String id, Person person) {
        return mvc.get()
                .uri(java.net.URI.create("/console/pieces-recues/" + id))
                .with(authentication(person.authentication()))
                .exchange()
                .getResponse();
    }

    private String id() {
        return jdbc.sql("select max(id) from followup_document")
                .query(String.class)
                .single();
    }

    private static MockMultipartFile pdf(String letter) {
        return new MockMultipartFile(
                "documents", letter + ".pdf", "application/pdf", ("%PDF-1.7 " + letter).getBytes(UTF_8));
    }

    /** A polyglot: one thing at its start, another to whoever reads on. */
    private static byte[] both(byte[] start, String rest) {
        byte[] end = rest.getBytes(UTF_8);
        byte[] all = Arrays.copyOf(start, start.length + end.length);
        System.arraycopy(end, 0, all, start.length, end.length);
        return all;
    }

    private static byte[] pdf(int size) {
        return Arrays.copyOf(PDF, size);
    }

    /** Ten megabytes of zeros in ten kilobytes: nobody unpacks it. */
    private static byte[] zipBomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[10_000_000]);
        }
        return bytes.toByteArray();
    }
}
