package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads only what has changed knows at every moment what who reads everything knows. */
class ChangedDaysTest extends WithFigures {

    private static final int MOMENTS = 150;
    private static final int LONGEST_PAUSE_SECONDS = 40;

    /** Kind, outcome and note of one step after the other. */
    private static final String[][] LIFE = {
        {"CALL_STARTED", null, null},
        {"CALL_ENDED", "NO_ANSWER", null},
        {"CALL_STARTED", null, null},
        {"CALL_ENDED", "RESOLVED", null},
        {"CLOSED", "RESOLVED", null},
        {"UNDONE", null, null},
        {"CALL_ENDED", "INFORMED", null},
        {"CLOSED", "INFORMED", null},
        {"RATED", null, "5/5"},
        {"RATED", null, "2/5"},
        {"REOPENED", null, null},
        {"CALL_STARTED", null, null},
    };

    @Autowired
    private EventReader events;

    private long factId = 50_000_000;

    @Test
    void saysTheSameAtEveryMomentOfADay() {
        LocalDate day = LocalDate.ofInstant(TestClock.OPEN_TUESDAY, calendar.zone());
        LiveDays changing = live(Duration.ofSeconds(5));
        Random random = new Random(3);
        List<String> references = new ArrayList<>();
        Map<String, Integer> steps = new HashMap<>();
        for (int moment = 0; moment < MOMENTS; moment++) {
            clock.advance(Duration.ofSeconds(random.nextInt(LONGEST_PAUSE_SECONDS)));
            for (int fact = random.nextInt(4); fact > 0; fact--) {
                if (references.isEmpty() || random.nextInt(6) == 0) {
                    references.add(received(clock.instant()));
                } else {
                    String reference = references.get(random.nextInt(references.size()));
                    step(reference, LIFE[steps.merge(reference, 1, Integer::sum) % LIFE.length]);
                }
            }
            Tally known = changing.readNow(day);
            Tally read = live(Duration.ZERO).readNow(day);
            assertThat(known.amounts()).as("moment %d", moment).isEqualTo(read.amounts());
            assertThat(known.firstCalls()).as("moment %d", moment).isEqualTo(read.firstCalls());
        }
        assertThat(changing.readNow(day).all().events(Measure.REOPENED)).isPositive();
    }

    private LiveDays live(Duration time) {
        return new LiveDays(events, calendar, new StatisticsProperties(time), clock);
    }

    private void step(String reference, String[] step) {
        jdbc.sql("""
                        insert into callback_fact (id, request_id, kind, at, actor, outcome, note)
                        values (:id, :request, :kind, :at, 'amelie', :outcome, :note)""")
                .param("id", factId++)
                .param("request", data.column(reference, "id"))
                .param("kind", step[0])
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("outcome", step[1])
                .param("note", step[2])
                .update();
    }
}
