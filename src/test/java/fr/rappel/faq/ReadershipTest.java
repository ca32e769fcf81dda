package fr.rappel.faq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.shared.DemoProfile;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.PlainBrowser;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What people read and look for is counted, who they are is not. */
@DatabaseTest
@AutoConfigureMockMvc
class ReadershipTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final String FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private Readership readership;

    @Autowired
    private FaqCounts counts;

    @Autowired
    private Faq faq;

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void nothingCounted() {
        clock.set(TestClock.OPEN_TUESDAY);
        counts.write();
        jdbc.update("delete from faq_count");
    }

    @Test
    void countsAnswersThatAreOpenedAlsoWhenTheBrowserHasThem() {
        String tag = open("/faq/creer-mon-compte").getResponse().getHeader("ETag");
        MvcTestResult again = mvc.perform(
                get("/faq/creer-mon-compte").header("User-Agent", FIREFOX).header("If-None-Match", tag));
        assertThat(again).hasStatus(304);
        assertThat(again.getResponse().getCookies()).isEmpty();
        open("/faq/envoyer-une-facture");
        open("/faq/rien-de-tel");
        FaqUse use = used();
        assertThat(use.reads()).isEqualTo(3);
        assertThat(use.mostUsed())
                .containsExactly(
                        new FaqUse.Entry("creer-mon-compte", 2, 0), new FaqUse.Entry("envoyer-une-facture", 1, 0));
    }

    @Test
    void countsOnceARequestThatWasSentFromAnAnswer() {
        String answer = new PlainBrowser(mvc).read("/faq/creer-mon-compte");
        assertThat(answer).contains("href=\"/rappel?depuis=creer-mon-compte\"").doesNotContain("href=\"/rappel\"");
        assertThat(new PlainBrowser(mvc).read("/")).contains("href=\"/rappel\"");
        assertThat(new PlainBrowser(mvc).read("/robots.txt")).contains("Disallow: /*?depuis=");
        clock.set(TestClock.OPEN_TUESDAY);
        String path = "/rappel/simple";
        for (String slug : List.of("creer-mon-compte", "rien-de-tel")) {
            PlainBrowser browser = new PlainBrowser(mvc);
            var form = browser.get(path + "?depuis=" + slug);
            assertThat(PlainBrowser.text(form)).contains("name=\"depuis\" value=\"" + slug + "\"");
            String token = PlainBrowser.tokenIn(form);
            clock.advance(Duration.ofSeconds(30));
            var refused = browser.post(path, "jeton", token, "depuis", slug, "firstName", "Zoé");
            assertThat(PlainBrowser.text(refused)).contains("name=\"depuis\" value=\"" + slug + "\"");
            for (int i = 0; i < 2; i++) {
                assertThat(browser.post(path, sent(token, slug))).hasStatus(303);
            }
        }
        assertThat(used().asked()).isOne();
        assertThat(claire.get(() -> readership.page(UseKind.ASKED, null, TODAY, TODAY, null))
                        .rows())
                .containsExactly(new UsePage.Row(TODAY, "creer-mon-compte", 1));
    }

    private static String[] sent(String token, String slug) {
        return new String[] {
            "jeton",
            token,
            "depuis",
            slug,
            "firstName",
            "Zoé",
            "lastName",
            "Petit",
            "email",
            "zoe@exemple.fr",
            "phone",
            "06 12 34 56 78",
            "siret",
            "552 081 317 66522",
            "companySize",
            "UNDER_11",
            "region",
            "11",
            "sector",
            "HCR",
            "topic",
            "DEPOT_DEMANDE",
            "message",
            "Comment déposer le contrat de notre serveur ?",
            "consent",
            "oui"
        };
    }

    @Test
    void countsSearchesOnceTheyAreFinished() {
        open("/recherche?q=fac");
        open("/recherche?q=facture");
        assertThat(used().searches()).isZero();
        assertThat(open("/recherche?compter&q=facture")).hasStatus(204);
        open("/?q=piscine");
        open("/?q=");
        FaqUse use = used();
        assertThat(use.searches()).isEqualTo(2);
        assertThat(use.inVain()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "User-Agent, Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "User-Agent, curl/8.5.0",
        "Sec-Purpose, prefetch;prerender",
        "Purpose, prefetch",
        "X-Moz, prefetch"
    })
    void leavesRobotsAndPagesLoadedAheadOut(String header, String value) {
        var page = get("/faq/creer-mon-compte").header(header, value);
        assertThat(mvc.perform(header.equals("User-Agent") ? page : page.header("User-Agent", FIREFOX)))
                .hasStatusOk();
        assertThat(mvc.perform(get("/faq/creer-mon-compte"))).hasStatusOk();
        assertThat(used().reads()).isZero();
    }

    @Test
    void showsWordsThatThreeLookedForInVain() {
        for (String query : List.of("Piscine", "piscine ", "PISCINE", "xylophone", "xylophone")) {
            readership.searched(query, false);
        }
        readership.searched("facture", true);
        assertThat(used().missing()).containsExactly(new FaqUse.Times("piscine", 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "xavier@exemple.fr",
                "xavier 0142764040",
                "dossier ٣٤",
                "xylophone xylophone xylophone xylophone xylophone xylophone xylophone"
            })
    void keepsNoWordsThatMayBeAboutSomebody(String query) {
        readership.searched(query, false);
        assertThat(used().inVain()).isEqualTo(1);
        assertThat(jdbc.queryForList("select item from faq_count where item <> ''", String.class))
                .isEmpty();
    }

    @Test
    void keepsDaysOfTheLineApartAndForgetsOldWords() {
        clock.setParis("2025-01-31T23:59");
        readership.searched("piscine", false);
        clock.setParis("2025-02-01T00:01");
        readership.opened("creer-mon-compte");
        counts.write();
        assertThat(in(LocalDate.of(2025, 1, 31)).inVain()).isEqualTo(1);
        assertThat(in(LocalDate.of(2025, 1, 31)).reads()).isZero();
        assertThat(in(LocalDate.of(2025, 2, 1)).reads()).isEqualTo(1);
        clock.set(TestClock.OPEN_TUESDAY);
        counts.write();
        assertThat(jdbc.queryForObject("select count(*) from faq_count where kind = 'WORDS'", Integer.class))
                .isZero();
        FaqUse longAgo = in(LocalDate.of(2025, 1, 31));
        assertThat(longAgo.inVain()).isEqualTo(1);
        assertThat(longAgo.wordsSince()).isEqualTo(LocalDate.of(2025, 2, 3));
    }

    @Test
    void doesNotFillUpWithInventedWords() {
        for (int i = 0; i < 1_000; i++) {
            readership.searched("mot" + "x".repeat(i % 50) + (char) ('a' + i / 50), false);
        }
        assertThat(used().searches()).isEqualTo(1_000);
        assertThat(jdbc.queryForObject("select count(*) from faq_count", Integer.class))
                .isLessThanOrEqualTo(202);
    }

    @Test
    void theDemonstrationHasReadersOnce() {
        var demo = new DemoReadership(new DemoProfile(true), faq, calendar, jdbc, clock);
        demo.run(new DefaultApplicationArguments());
        FaqUse monday = in(TODAY.minusDays(1));
        assertThat(monday.reads()).isPositive();
        assertThat(monday.searches()).isGreaterThan(monday.inVain());
        assertThat(in(TODAY).reads()).isZero();
        demo.run(new DefaultApplicationArguments());
        assertThat(in(TODAY.minusDays(1))).isEqualTo(monday);
    }

    @Test
    void showsTheRowsBehindANumberPageByPage() {
        for (int day = 0; day < 30; day++) {
            clock.set(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(day)));
            for (String slug : List.of("creer-mon-compte", "envoyer-une-facture", "suivre-mon-dossier")) {
                readership.opened(slug);
            }
            readership.opened("creer-mon-compte");
            readership.searched("facture", true);
        }
        clock.set(TestClock.OPEN_TUESDAY);
        counts.write();
        List<UsePage.Row> reads = rows(UseKind.READ);
        assertThat(reads).hasSize(90).doesNotHaveDuplicates();
        assertThat(reads.getFirst()).isEqualTo(new UsePage.Row(TODAY, "creer-mon-compte", 2));
        assertThat(reads)
                .isSortedAccordingTo(
                        Comparator.comparing(UsePage.Row::day).reversed().thenComparing(UsePage.Row::item));
        assertThat(sum(reads)).isEqualTo(month().reads()).isEqualTo(120);
        assertThat(sum(rows(UseKind.SEARCH))).isEqualTo(month().searches()).isEqualTo(30);
        assertThat(rows(UseKind.IN_VAIN)).isEmpty();
    }

    @Test
    void listsAnswersReadMostAndThoseThatMostAskedAfter() {
        for (int i = 0; i < 12; i++) {
            count("READ", "reponse-" + i, 100 - i);
        }
        count("READ", "peu-lue", 1);
        count("ASKED", "peu-lue", 7);
        count("ASKED", "reponse-0", 2);
        assertThat(in(TODAY).mostUsed())
                .hasSize(11)
                .startsWith(new FaqUse.Entry("reponse-0", 100, 2))
                .endsWith(new FaqUse.Entry("reponse-9", 91, 0), new FaqUse.Entry("peu-lue", 1, 7));
        assertThat(claire.get(() -> readership.page(UseKind.ASKED, "peu-lue", TODAY, TODAY, null))
                        .rows())
                .containsExactly(new UsePage.Row(TODAY, "peu-lue", 7));
    }

    private void count(String kind, String item, int times) {
        jdbc.update(
                "insert into faq_count (kind, counted_on, item, times) values (?, ?, ?, ?)", kind, TODAY, item, times);
    }

    @Test
    void showsRowsOfWordsThatThreeLookedForInThePeriodOnly() {
        readership.searched("xylophone", false);
        readership.searched("piscine", false);
        counts.write();
        clock.set(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(1)));
        readership.searched("piscine", false);
        readership.searched("piscine", false);
        counts.write();
        assertThat(rows(UseKind.WORDS))
                .containsExactly(
                        new UsePage.Row(TODAY, "piscine", 1), new UsePage.Row(TODAY.minusDays(1), "piscine", 2));
        assertThat(claire.get(() -> readership.page(UseKind.WORDS, null, TODAY, TODAY, null))
                        .rows())
                .isEmpty();
        assertThat(sum(rows(UseKind.IN_VAIN))).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "_", "2026-03-03", "2026-02-30_a", "-999999999-01-01_a", "2026-03-03_a\0"})
    void beginsAgainAtAForeignPlace(String cursor) {
        readership.opened("creer-mon-compte");
        counts.write();
        assertThat(claire.get(() -> readership.page(UseKind.READ, null, TODAY, TODAY, cursor))
                        .rows())
                .hasSize(1);
    }

    @Test
    void isForSupervisorsOnly() {
        assertThatThrownBy(() -> Person.agent("amelie").get(() -> readership.in(TODAY, TODAY)))
                .isInstanceOf(AccessDeniedException.class);
    }

    private List<UsePage.Row> rows(UseKind kind) {
        List<UsePage.Row> rows = new ArrayList<>();
        String next = null;
        do {
            String place = next;
            UsePage page = claire.get(() -> readership.page(kind, null, TODAY.minusDays(30), TODAY, place));
            assertThat(page.rows().size()).isLessThanOrEqualTo(FaqUses.PAGE_SIZE);
            rows.addAll(page.rows());
            next = page.next();
        } while (next != null);
        return rows;
    }

    private static long sum(List<UsePage.Row> rows) {
        return rows.stream().mapToLong(UsePage.Row::times).sum();
    }

    private FaqUse month() {
        return claire.get(() -> readership.in(TODAY.minusDays(30), TODAY));
    }

    private FaqUse used() {
        counts.write();
        return in(TODAY);
    }

    private FaqUse in(LocalDate day) {
        return claire.get(() -> readership.in(day, day));
    }

    private MvcTestResult open(String path) {
        return mvc.perform(get(path).header("User-Agent", FIREFOX));
    }
}
