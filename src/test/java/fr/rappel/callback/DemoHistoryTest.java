package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The past of the demonstration: plausible, within the line's hours, the same each time. */
@DatabaseTest
class DemoHistoryTest {

    private static final Instant END = TestClock.OPEN_TUESDAY.minus(Duration.ofHours(38));

    @Autowired
    private References references;

    @Autowired
    private PrivacyNotices notices;

    @Autowired
    private Promise promise;

    @Autowired
    private LineCalendar calendar;

    @Autowired
    private ReferenceLists lists;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TestData data;

    @BeforeEach
    void thirteenMonths() {
        store();
    }

    @Test
    void closesHundredsOfRequestsOverThirteenMonths() {
        assertThat(count("callback_request where status = 'CLOSED'")).isBetween(600, 720);
        assertThat(data.count("callback_request")).isEqualTo(count("callback_request where status = 'CLOSED'"));
        assertThat(first("select min(received_at) from callback_request")).isBefore(END.minus(Duration.ofDays(380)));
        assertThat(first("select max(at) from callback_fact")).isBefore(END);
        assertThat(jdbc.queryForList("select distinct region_code from callback_request", String.class))
                .containsAll(lists.regions().stream().map(Region::code).toList());
        assertThat(regionsByRequests()).startsWith("11").element(1).isEqualTo("84");
        assertThat(count("callback_request where region_code = '11'"))
                .isBetween(data.count("callback_request") / 7, data.count("callback_request") / 4);
        for (String some : List.of(
                "callback_request where channel = 'API'",
                "callback_request where outcome = 'UNREACHABLE'",
                "callback_fact where kind = 'REOPENED'",
                "callback_fact where kind = 'CLOSED' and actor = '" + TimelineEntry.VISITOR + "'")) {
            assertThat(count(some)).as(some).isPositive();
        }
    }

    @Test
    void callsWithinTheHoursOfTheLine() {
        assertThat(instants("select started_at from callback_attempt")).allMatch(calendar::isOpen);
        assertThat(instants("select ended_at from callback_attempt"))
                .allMatch(at -> calendar.isOpen(at.minusSeconds(1)));
        assertThat(count("""
                callback_attempt a join callback_request r on r.id = a.request_id
                 where a.started_at < r.received_at or a.ended_at > r.closed_at""")).isZero();
    }

    @Test
    void tellsEveryLifeInItsOrder() {
        assertThat(count("""
                callback_fact one join callback_fact other
                    on other.request_id = one.request_id and other.id > one.id and other.at < one.at""")).isZero();
        assertThat(count("callback_fact where kind = 'RATED'")).isEqualTo(data.count("callback_rating"));
        assertThat(data.count("callback_rating")).isGreaterThan(100);
        assertThat(
                        count(
                                "callback_rating p join callback_request r on r.id = p.request_id where p.given_at < r.closed_at"))
                .isZero();
    }

    @Test
    void isTheSameEachTimeAndLeavesTheNumbersInOrder() {
        List<String> told = told();
        store();
        assertThat(told()).isEqualTo(told);
        long highest = jdbc.queryForObject("select max(id) from callback_request", Long.class);
        assertThat(jdbc.queryForObject("select nextval('callback_request_seq')", Long.class))
                .isGreaterThan(highest);
    }

    private List<String> regionsByRequests() {
        return jdbc.queryForList(
                "select region_code from callback_request group by region_code order by count(*) desc, region_code",
                String.class);
    }

    private void store() {
        data.clear();
        new DemoHistory(new DemoVisitors(lists), references, notices, promise, calendar, jdbc).storeUntil(END);
    }

    private List<String> told() {
        return jdbc.query(
                """
                        select r.email, f.kind, f.at, f.actor, f.outcome, f.note
                          from callback_fact f join callback_request r on r.id = f.request_id order by f.id""",
                (row, number) -> row.getString(1)
                        + row.getString(2)
                        + row.getObject(3, OffsetDateTime.class).toInstant()
                        + row.getString(4)
                        + row.getString(5)
                        + row.getString(6));
    }

    private int count(String rows) {
        return jdbc.queryForObject("select count(*) from " + rows, Integer.class);
    }

    private Instant first(String query) {
        return instants(query).getFirst();
    }

    private List<Instant> instants(String query) {
        return jdbc.query(
                query, (row, number) -> row.getObject(1, OffsetDateTime.class).toInstant());
    }
}
