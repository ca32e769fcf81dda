package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A line that has never been called and whose days nobody has counted, on a Tuesday morning. */
@DatabaseTest
abstract class WithFigures {

    final Person claire = Person.supervisor("claire");

    @Autowired
    DailyCount count;

    @Autowired
    UncountedDays uncounted;

    @Autowired
    LineCalendar calendar;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    TestData data;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingHappened() {
        data.clear();
        jdbc.sql("delete from statistics_count").update();
        jdbc.sql("delete from statistics_wait").update();
        jdbc.sql("delete from statistics_first_call").update();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    String received(Instant at) {
        return received(at, Map.of());
    }

    /** A request that came at that instant, with some columns of its own; its reference. */
    String received(Instant at, Map<String, ?> columns) {
        String reference = data.request(at, columns);
        data.fact("RECEIVED", reference, at);
        return reference;
    }
}
