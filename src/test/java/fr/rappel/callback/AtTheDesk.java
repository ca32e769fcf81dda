package fr.rappel.callback;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** Three people and the services they work with, on a Tuesday morning with nothing in the queue. */
@DatabaseTest
abstract class AtTheDesk {

    final Person amelie = Person.agent("amelie");
    final Person bruno = Person.agent("bruno");
    final Person claire = Person.supervisor("claire");

    @Autowired
    CallbackWork work;

    @Autowired
    CallbackCalls calls;

    @Autowired
    CallbackSheets sheets;

    @Autowired
    TestData data;

    @Autowired
    TestClock clock;

    @BeforeEach
    void tuesdayMorning() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
    }

    CallbackSheet sheet(String reference) {
        return amelie.get(() -> sheets.open(reference));
    }

    List<TimelineEntry> timeline(String reference) {
        return sheet(reference).timeline();
    }
}
