package fr.rappel.dossier.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import fr.rappel.testing.CopyRows;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.SampleImages;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Who gets the contents of a document, how they are described, and what a browser may do with them. */
@DatabaseTest
@AutoConfigureMockMvc
class DocumentFileControllerTest {

    private static final byte[] PDF = "%PDF-1.7 contents of a letter".getBytes(UTF_8);
    private static final byte[] PNG = SampleImages.png(60, 40);
    private static final byte[] JPEG = SampleImages.jpeg(60, 40);
    private static final byte[] HTML = "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8);
    private static final byte[] SVG =
            "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".getBytes(UTF_8);
    private static final Person AMELIE = Person.agent("amelie");

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Value("${rappel.data}")
    private Path data;

    @Autowired
    private TestData testData;

    private CopyRows rows;

    @BeforeEach
    void oneDossier() {
        clock.set(TestClock.OPEN_TUESDAY);
        testData.clear();
        testData.held("ABCD2345", "amelie");
        rows = new CopyRows(jdbc, data).clear().dossier("ACCORDE", Map.of());
        rows.document("G-1", "accord.pdf", PDF);
    }

    @Test
    void showsAPdfInAFrameOfOurOwnAndNowhereElse() {
        var answer = get("G-1");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getContentLengthLong()).isEqualTo(PDF.length);
        assertThat(answer.getHeaders("Content-Disposition")).containsExactly("inline; filename=\"accord.pdf\"");
        assertThat(answer.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.getHeaders("Cache-Control")).containsExactly("private, no-store");
        assertThat(answer.getHeaders("X-Frame-Options")).containsExactly("SAMEORIGIN");
        assertThat(answer.getHeaders("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
        assertThat(answer.getHeaders("Accept-Ranges")).containsExactly("bytes");
        assertThat(answer.getHeaders("Content-Security-Policy")).hasSize(1);
        assertThat(answer.getHeader("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'self'")
                .doesNotContain("script-src");
    }

    @Test
    void onlyThisPathMayStandInAFrame() {
        var page = mvc.perform(signedIn(mvc.get().uri("/console/consultations"), AMELIE))
                .getResponse();
        assertThat(page.getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void showsImagesInASandbox() {
        rows.document("P-1", "photo.pdf", PNG).document("P-2", "photo", JPEG);
        assertThat(get("P-1").getContentType()).isEqualTo("image/png");
        assertThat(get("P-1").getHeader("Content-Disposition")).isEqualTo("inline; filename=\"photo.pdf.png\"");
        assertThat(get("P-2").getContentType()).isEqualTo("image/jpeg");
        assertThat(get("P-2").getHeader("Content-Security-Policy")).endsWith("; sandbox");
    }

    @Test
    void neverShowsWhatABrowserWouldRun() {
        rows.document("H-1", "lettre.pdf", HTML)
                .document("S-1", "logo.png", SVG)
                .document("X-1", "x.pdf", "MZ\0\0program".getBytes(UTF_8))
                .document("J-1", "x.gif", "GIF89a/*=1;alert(1)".getBytes(UTF_8));
        for (String id : new String[] {"H-1", "S-1", "X-1", "J-1"}) {
            var answer = get(id);
            assertThat(answer.getStatus()).as(id).isEqualTo(200);
            assertThat(answer.getContentType()).as(id).isEqualTo("application/octet-stream");
            assertThat(answer.getHeader("Content-Disposition")).as(id).startsWith("attachment; ");
            assertThat(answer.getHeader("X-Content-Type-Options")).as(id).isEqualTo("nosniff");
            assertThat(answer.getHeader("Content-Security-Policy")).as(id).endsWith("; sandbox");
        }
    }

    @Test
    void downloadsWhatCouldBeShown() {
        var answer = exchange(signedIn(address("/console/fichiers?numero=G-1&motif=MAIL&telecharger=oui"), AMELIE));
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"accord.pdf\"");
        assertThat(answer.getHeader("Content-Security-Policy")).endsWith("; sandbox");
        assertThat(answer.getContentAsByteArray()).isEqualTo(PDF);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "a\"; filename=evil.exe; x=\".pdf",
                "\u202Efdp.exe",
                "a\r\nSet-Cookie: a=b\r\n\r\n<html>",
                "é\u0300\uD83D\uDE00;'*=%00.pdf",
                "CON"
            })
    void noNameGetsOutOfItsHeader(String name) {
        rows.document("N-1", name, PDF);
        var answer = get("N-1");
        assertThat(answer.getHeaders("Content-Disposition"))
                .singleElement()
                .satisfies(header -> assertThat(header)
                        .isASCII()
                        .matches("inline; filename=\"[^\"\\\\/]*\"(; filename\\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]+)?"));
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void aNameOfThreeHundredLettersIsCut() {
        rows.document("N-1", "é".repeat(250), PDF);
        assertThat(get("N-1").getHeader("Content-Disposition")).hasSizeLessThan(2_000);
    }

    @Test
    void servesAnEmptyFile() {
        rows.document("E-1", "vide.pdf");
        assertThat(get("E-1").getStatus()).isEqualTo(200);
        assertThat(get("E-1").getContentLengthLong()).isZero();
        assertThat(get("E-1").getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(exchange(signedIn(of("E-1").header("Range", "bytes=0-"), AMELIE))
                        .getStatus())
                .isEqualTo(416);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-3, bytes 0-3/29, %PDF",
        "bytes=-6, bytes 23-28/29, letter",
        "bytes=23-999, bytes 23-28/29, letter"
    })
    void servesOnePart(String range, String contentRange, String part) throws Exception {
        var answer = exchange(signedIn(of("G-1").header("Range", range), AMELIE));
        assertThat(answer.getStatus()).isEqualTo(206);
        assertThat(answer.getHeader("Content-Range")).isEqualTo(contentRange);
        assertThat(answer.getContentAsString()).isEqualTo(part);
        assertThat(answer.getContentLengthLong()).isEqualTo(part.length());
    }

    @Test
    void refusesAPartAfterTheEnd() {
        var answer = exchange(signedIn(of("G-1").header("Range", "bytes=29-"), AMELIE));
        assertThat(answer.getStatus()).isEqualTo(416);
        assertThat(answer.getHeader("Content-Range")).isEqualTo("bytes */29");
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("private, no-store");
    }

    @Test
    void servesTheWholeWhenAPartIsAskedForOnACondition() {
        var answer = exchange(signedIn(of("G-1").header("Range", "bytes=0-3").header("If-Range", "\"old\""), AMELIE));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsByteArray()).isEqualTo(PDF);
    }

    @Test
    void describesWithoutContents() {
        var answer = exchange(signedIn(
                mvc.method(HttpMethod.HEAD)
                        .uri(URI.create("/console/fichiers?numero=G-1&motif=MAIL"))
                        .header("Range", "bytes=0-3"),
                AMELIE));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentLengthLong()).isEqualTo(PDF.length);
        assertThat(answer.getContentAsByteArray()).isEmpty();
    }

    @Test
    void recordsWhoReadsAndWhy() {
        get("G-1");
        get("G-1");
        exchange(signedIn(address("/console/fichiers?numero=G-1&demande=ABCD2345"), Person.supervisor("claire")));
        clock.advance(Duration.ofMinutes(5));
        get("G-1");
        assertThat(rows.readings())
                .containsExactly(
                        "amelie DOCUMENT G-1 MAIL", "claire DOCUMENT G-1 ABCD2345", "amelie DOCUMENT G-1 MAIL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&motif=CURIOSITY", "&demande=../x", "&demande=", "&demande=ABCD2345&motif=MAIL"})
    void servesNothingWithoutAPurpose(String query) throws Exception {
        var answer = exchange(signedIn(address("/console/fichiers?numero=G-1" + query), AMELIE));
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentAsString()).startsWith("Ouvrez ce document depuis la console");
        assertThat(rows.readings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&telecharger=oui"})
    void givesBankDetailsToASupervisorOnly(String more) throws Exception {
        rows.document("R-1", "rib-FR7612345.pdf", PDF);
        jdbc.sql("update dossier_document set kind = 'RIB', direction = 'DEPOSE' where id = 'R-1'")
                .update();
        var refused = exchange(signedIn(address("/console/fichiers?numero=R-1&motif=MAIL" + more), AMELIE));
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getContentAsString()).contains("réservé aux superviseurs");
        assertThat(refused.getHeaders("Content-Disposition")).isEmpty();
        assertThat(refused.getHeader("Cache-Control")).isEqualTo("private, no-store");
        var part = exchange(signedIn(of("R-1").header("Range", "bytes=0-3"), AMELIE));
        assertThat(part.getStatus()).isEqualTo(403);

        var given = exchange(
                signedIn(address("/console/fichiers?numero=R-1&motif=MAIL" + more), Person.supervisor("claire")));
        assertThat(given.getStatus()).isEqualTo(200);
        assertThat(given.getContentAsByteArray()).isEqualTo(PDF);
        assertThat(rows.readings()).containsExactly("amelie DOCUMENT R-1 MAIL", "claire DOCUMENT R-1 MAIL");
    }

    @Test
    void sendsStrangersToTheLogIn() {
        var answer = exchange(of("G-1"));
        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).endsWith("/connexion");
        assertThat(exchange(of("G-2")).getRedirectedUrl()).isEqualTo(answer.getRedirectedUrl());
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void refusesWhoHasNoRole() {
        var answer = exchange(signedIn(of("G-1"), new Person("intrus", List.of("VISITOR"))));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsByteArray()).doesNotContain(PDF);
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void answersTheSameToEveryGuess() throws Exception {
        for (String id : new String[] {"G-2", "g-1", "0", "1%20or%201=1", "a/b/c", "x".repeat(500)}) {
            var answer = get(id);
            assertThat(answer.getStatus()).as(id).isEqualTo(404);
            assertThat(answer.getContentAsString()).as(id).isEqualTo("Ce dossier ou ce document n’existe pas.");
            assertThat(answer.getContentType()).as(id).isEqualTo("text/plain;charset=UTF-8");
            assertThat(answer.getHeader("Cache-Control")).as(id).isEqualTo("private, no-store");
        }
        assertThat(rows.readings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/x", "..\\..\\x", "G-1%00.pdf", ";x"
            })
    void noNumberLeadsElsewhere(String number) {
        assertThat(get(number).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/G-1", "/../fichiers", "/%2e%2e/x", ";numero=G-1"})
    void noPathBesideIsAnswered(String more) {
        int status = exchange(signedIn(address("/console/fichiers" + more + "?numero=G-1&motif=MAIL"), AMELIE))
                .getStatus();
        assertThat(status).isIn(400, 403, 404);
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void refusesARequestThatDoesNotExist() throws Exception {
        var answer = exchange(signedIn(address("/console/fichiers?numero=G-1&demande=ZZZZ2345"), AMELIE));
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).isEqualTo("Aucune demande ne porte cette référence.");
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void refusesARequestInOtherHands() throws Exception {
        var answer =
                exchange(signedIn(address("/console/fichiers?numero=G-1&demande=ABCD2345"), Person.agent("bruno")));
        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString())
                .isEqualTo("Vous n’avez pas, ou plus, cette demande en charge\u00A0: "
                        + "rouvrez le document depuis la console, qui en demandera le motif.");
        assertThat(rows.readings()).isEmpty();
    }

    @Test
    void neverShowsAnImageThatClaimsMorePixelsThanABrowserBears() {
        rows.document("P-1", "affiche.png", SampleImages.png(50_000, 50_000))
                .document("P-2", "affiche.jpg", SampleImages.jpeg(65_000, 65_000))
                .document(
                        "P-3",
                        "rompue.png",
                        (byte) 0x89,
                        (byte) 'P',
                        (byte) 'N',
                        (byte) 'G',
                        (byte) 13,
                        (byte) 10,
                        (byte) 26,
                        (byte) 10)
                .document("P-4", "grande.png", SampleImages.png(10_000, 5_000));
        for (String id : new String[] {"P-1", "P-2", "P-3"}) {
            assertThat(get(id).getHeader("Content-Disposition")).as(id).startsWith("attachment; ");
            assertThat(get(id).getContentType()).as(id).isEqualTo("application/octet-stream");
        }
        assertThat(get("P-4").getContentType()).isEqualTo("image/png");
    }

    @Test
    void saysThatContentsAreMissing() throws Exception {
        jdbc.sql("update dossier_document set storage_key = '2026/none'").update();
        var answer = get("G-1");
        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).startsWith("Le contenu de ce document n’est pas disponible");
    }

    @Test
    void servesANumberOfAnySign() {
        rows.document("2026/03/A 7;%", "a.pdf", PDF);
        assertThat(get("2026/03/A%207%3B%25").getContentAsByteArray()).isEqualTo(PDF);
    }

    private MockHttpServletResponse get(String id) {
        return exchange(signedIn(of(id), AMELIE));
    }

    private MockMvcRequestBuilder of(String id) {
        return address("/console/fichiers?numero=" + id + "&motif=MAIL");
    }

    private MockMvcRequestBuilder address(String address) {
        return mvc.get().uri(URI.create(address.replace("\\", "%5C")));
    }

    private static MockMvcRequestBuilder signedIn(MockMvcRequestBuilder request, Person person) {
        return request.with(authentication(person.authentication()));
    }

    private static MockHttpServletResponse exchange(MockMvcRequestBuilder request) {
        return request.exchange().getResponse();
    }
}
