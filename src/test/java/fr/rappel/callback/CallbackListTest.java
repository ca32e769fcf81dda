package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The parts, filters, order and pages of the work list. Its search has a test of its own. */
@DatabaseTest
class CallbackListTest {

    private static final Instant NOW = TestClock.OPEN_TUESDAY;

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private CallbackList list;

    @Autowired
    private CallbackFigures figures;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void emptyList() {
        data.clear();
        clock.set(NOW);
    }

    @Test
    void showsEachPartAndCountsIt() {
        var waiting = data.waiting(NOW);
        var planned = data.waiting(NOW.plusSeconds(1));
        var mine = data.request(NOW, Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", NOW));
        var others = data.request(NOW, Map.of("status", "TAKEN", "taken_by", "bruno", "taken_at", NOW));
        var review = data.request(NOW, Map.of("status", "REVIEW"));
        var closed = data.request(NOW, Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", NOW));

        assertThat(part(ListView.TO_CALL)).containsExactly(waiting);
        assertThat(part(ListView.PLANNED)).containsExactly(planned);
        assertThat(part(ListView.MINE)).containsExactly(mine);
        assertThat(part(ListView.TAKEN)).containsExactly(mine, others);
        assertThat(part(ListView.REVIEW)).containsExactly(review);
        assertThat(part(ListView.CLOSED)).containsExactly(closed);
        assertThat(part(ListView.ALL)).hasSize(6);
        var counts = amelie.get(list::counts);
        assertThat(List.of(ListView.TO_CALL, ListView.PLANNED, ListView.MINE, ListView.TAKEN, ListView.REVIEW).stream()
                        .map(counts::of))
                .containsExactly(1, 1, 1, 2, 1);
    }

    @Test
    void narrowsByEveryFilter() {
        data.waiting(NOW.minusSeconds(30));
        var wanted = data.request(
                NOW.minusSeconds(60),
                Map.of("region_code", "84", "sector_code", "X", "topic_code", "Y", "company_size", "ELEVEN_OR_MORE"));
        for (var filter : List.of(
                new ListFilter(ListView.ALL, "84", null, null, null, null, null),
                new ListFilter(ListView.ALL, null, "X", null, null, null, null),
                new ListFilter(ListView.ALL, null, null, "Y", null, null, null),
                new ListFilter(ListView.ALL, null, null, null, CompanySize.ELEVEN_OR_MORE, null, null),
                new ListFilter(ListView.ALL, null, null, null, null, NOW.minusSeconds(30), null),
                new ListFilter(
                        ListView.TO_CALL,
                        "84",
                        "X",
                        "Y",
                        CompanySize.ELEVEN_OR_MORE,
                        NOW.minusSeconds(59),
                        "etienne"))) {
            assertThat(references(page(filter, ListOrder.QUEUE, null, 50)))
                    .as("%s", filter)
                    .containsExactly(wanted);
        }
        var nowhere = new ListFilter(ListView.ALL, "' or 1=1 --", null, null, null, null, null);
        assertThat(page(nowhere, ListOrder.QUEUE, null, 50).rows()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ListOrder.class)
    void pagesWithoutSkipOrRepeatWhileOthersArriveAndLeave(ListOrder order) {
        // Three share each instant, so that the second key decides.
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            known.add(data.waiting(NOW.minusSeconds(1_000 - i / 3)));
        }
        var expected = order == ListOrder.NEWEST ? known.reversed() : known;
        List<String> read = new ArrayList<>();
        String cursor = null;
        do {
            var page = page(ListFilter.of(ListView.TO_CALL), order, cursor, 7);
            read.addAll(references(page));
            cursor = page.next();
            data.waiting(NOW.minusSeconds(5_000));
            data.waiting(NOW.minusSeconds(1));
        } while (cursor != null && read.size() < 200);
        assertThat(read).doesNotHaveDuplicates().containsSubsequence(expected);
    }

    @Test
    void hasNoNextAfterTheLastRow() {
        data.waiting(10, NOW.minusSeconds(100));
        assertThat(page(ListFilter.of(ListView.TO_CALL), ListOrder.QUEUE, null, 10)
                        .next())
                .isNull();
        assertThat(page(ListFilter.of(ListView.TO_CALL), ListOrder.QUEUE, null, 9)
                        .next())
                .isNotNull();
    }

    @Test
    void bringsTheSizeOfAPageIntoItsLimits() {
        data.waiting(300, NOW.minusSeconds(1_000));
        for (int size : new int[] {0, -1, Integer.MIN_VALUE}) {
            assertThat(page(ListFilter.of(ListView.TO_CALL), ListOrder.QUEUE, null, size)
                            .rows())
                    .hasSize(1);
        }
        assertThat(page(ListFilter.of(ListView.TO_CALL), ListOrder.QUEUE, null, Integer.MAX_VALUE)
                        .rows())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage", "%%%", "' or 1=1", "\0", "fHw", "MjAyNi0wMy0wM1QwOTowMDowMFo"})
    void refusesCursorsThatAreNotOurs(String cursor) {
        assertMalformed(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-03T09:00:00Z|",
                "2026-03-03T09:00:00Z|1 or 1=1",
                "2026-03-03T09:00:00Z|9223372036854775808",
                "|1",
                "yesterday|1",
                "+1000000000-12-31T23:59:59.999999999Z|1",
                "-1000000000-01-01T00:00:00Z|1",
                "+300000-01-01T00:00:00Z|1"
            })
    void refusesCursorsThatOnlyLookLikeOurs(String text) {
        assertMalformed(Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void stopsCountingAtTheCap() {
        data.waiting(ListCounts.CAP + 5, NOW.minus(Duration.ofHours(1)));
        var counts = amelie.get(list::counts);
        assertThat(counts.of(ListView.TO_CALL)).isEqualTo(ListCounts.CAP);
        assertThat(counts.capped(ListView.TO_CALL)).isTrue();
        assertThat(counts.capped(ListView.PLANNED)).isFalse();
    }

    @Test
    void tellsTheFiguresOfThisMoment() {
        Instant midnight = Instant.parse("2026-03-02T23:00:00Z");
        data.request(NOW.minusSeconds(600), Map.of("due_at", NOW.minusSeconds(1)));
        data.waiting(NOW.minusSeconds(60));
        data.waiting(NOW.plusSeconds(1));
        data.request(NOW, Map.of("status", "TAKEN", "taken_by", "amelie", "taken_at", NOW));
        data.fact("CLOSED", closed(midnight), midnight);
        data.fact("CLOSED", closed(midnight.minusSeconds(1)), midnight.minusSeconds(1));
        data.fact("NOTED", data.waiting(NOW.plusSeconds(4)), midnight);

        assertThat(Person.supervisor("claire").get(figures::now))
                .isEqualTo(new LineFigures(NOW, 2, 1, 0, NOW.minusSeconds(600), 1, 1, 0));
        assertThat(Person.supervisor("claire").get(figures::closedToday)).isOne();
    }

    @Test
    void countsARequestAsClosedOnceAndOnlyWhileItIs() {
        Instant earlier = NOW.minusSeconds(60);
        var closedAgain = closed(NOW);
        data.fact("CLOSED", closedAgain, earlier);
        data.fact("UNDONE", closedAgain, earlier.plusSeconds(10));
        data.fact("CLOSED", closedAgain, NOW);
        var openAgain = data.waiting(NOW.plusSeconds(1));
        data.fact("CLOSED", openAgain, earlier);
        data.fact("REOPENED", openAgain, earlier.plusSeconds(10));
        assertThat(Person.supervisor("claire").get(figures::closedToday)).isOne();
    }

    @Test
    void tellsTheFiguresOfAnEmptyLine() {
        assertThat(Person.supervisor("claire").get(figures::now))
                .isEqualTo(new LineFigures(NOW, 0, 0, 0, null, 0, 0, 0));
        assertThat(Person.supervisor("claire").get(figures::closedToday)).isZero();
    }

    private void assertMalformed(String cursor) {
        assertThatThrownBy(() -> page(ListFilter.of(ListView.ALL), ListOrder.QUEUE, cursor, 10))
                .isInstanceOf(MalformedCursor.class);
    }

    private List<String> part(ListView view) {
        return references(page(ListFilter.of(view), ListOrder.QUEUE, null, 50));
    }

    private RowPage page(ListFilter filter, ListOrder order, @Nullable String cursor, int size) {
        return amelie.get(() -> list.page(filter, order, cursor, size));
    }

    private static List<String> references(RowPage page) {
        return page.rows().stream().map(CallbackRow::reference).toList();
    }

    private String closed(Instant at) {
        return data.request(at, Map.of("status", "CLOSED", "outcome", "RESOLVED", "closed_at", at));
    }
}
