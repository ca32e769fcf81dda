package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.TimelineEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What of one timeline counts, and under which items. */
class HistoryTest {

    private static final CountedRequest REQUEST =
            new CountedRequest(1, "T1", "", "AUTRE", "11", "HCR", "UNDER_11", "FORM", new CountedRequest.Wait(5, true));

    private final List<History.Line> timeline = new ArrayList<>();

    @Test
    void handlesNoRequestThatWasOnlyCalledByInterruptedCalls() {
        happens(FactKind.RECEIVED, 0, null, null);
        call(60, "amelie", CallOutcome.INTERRUPTED);
        happens(FactKind.CLOSED, 90, TimelineEntry.VISITOR, CallOutcome.SOLVED);
        assertThat(counted(Measure.CLOSED)).singleElement().returns(1L, Event::total);
        assertThat(counted(Measure.HANDLED)).isEmpty();
    }

    @Test
    void handlesForAsLongAsTheCallsOfKnownLengthTookSinceTheReopening() {
        happens(FactKind.RECEIVED, 0, null, null);
        call(1, "amelie", CallOutcome.INFORMED);
        happens(FactKind.CLOSED, 2, "amelie", CallOutcome.INFORMED);
        happens(FactKind.REOPENED, 10, "claire", null);
        call(20, "amelie", CallOutcome.INTERRUPTED);
        call(30, "bruno", CallOutcome.BUSY);
        call(40, "bruno", CallOutcome.RESOLVED);
        happens(FactKind.CLOSED, 41, "bruno", CallOutcome.RESOLVED);
        assertThat(counted(Measure.HANDLED)).extracting(Event::total).containsExactly(60L, 120L);
        assertThat(counted(Measure.CLOSED)).extracting(Event::total).containsExactly(1L, 3L);
    }

    @Test
    void countsForNobodyWhatTheVisitorDid() {
        happens(FactKind.RECEIVED, 0, null, null);
        happens(FactKind.CLOSED, 1, TimelineEntry.VISITOR, CallOutcome.CANCELLED);
        happens(FactKind.RATED, 2, TimelineEntry.VISITOR, null);
        happens(FactKind.REOPENED, 3, TimelineEntry.VISITOR, null);
        assertThat(items(Measure.CLOSED, Dimension.AGENT)).containsExactly(Dimension.NONE);
        assertThat(items(Measure.CLOSED, Dimension.ATTEMPT)).containsExactly("0");
        assertThat(items(Measure.RATED, Dimension.AGENT)).containsExactly(Dimension.NONE);
        assertThat(items(Measure.RATED, Dimension.OUTCOME)).containsExactly("CANCELLED");
        assertThat(items(Measure.RATED, Dimension.ATTEMPT)).containsExactly("0");
        assertThat(items(Measure.REOPENED, Dimension.AGENT)).containsExactly(Dimension.NONE);
        assertThat(items(Measure.RECEIVED, Dimension.AGENT)).containsExactly((String) null);
        assertThat(items(Measure.REOPENED, Dimension.ATTEMPT)).containsExactly((String) null);
    }

    @Test
    void numbersCallsFromTheReceptionOnWhateverTheyLeadTo() {
        happens(FactKind.RECEIVED, 0, null, null);
        call(1, "amelie", CallOutcome.RESOLVED);
        happens(FactKind.CLOSED, 2, "amelie", CallOutcome.RESOLVED);
        happens(FactKind.REOPENED, 3, TimelineEntry.VISITOR, null);
        call(4, "bruno", CallOutcome.RESOLVED);
        happens(FactKind.CLOSED, 5, "bruno", CallOutcome.RESOLVED);
        happens(FactKind.RATED, 6, TimelineEntry.VISITOR, null);
        for (Measure measure : List.of(Measure.CALL, Measure.CLOSED, Measure.HANDLED)) {
            assertThat(items(measure, Dimension.ATTEMPT)).as("%s", measure).containsExactly("1", "2");
        }
        assertThat(items(Measure.RATED, Dimension.ATTEMPT)).containsExactly("2");
        assertThat(counted(Measure.CLOSED)).extracting(Event::total).containsExactly(1L, 1L);
    }

    private List<Event> counted(Measure measure) {
        return History.events(REQUEST, timeline).stream()
                .filter(event -> event.measure() == measure)
                .toList();
    }

    private List<String> items(Measure measure, Dimension by) {
        return counted(measure).stream()
                .map(event -> event.items(ZoneOffset.UTC).get(by))
                .toList();
    }

    /** A call of a minute. */
    private void call(int minute, String agent, CallOutcome outcome) {
        happens(FactKind.CALL_STARTED, minute, agent, null);
        happens(FactKind.CALL_ENDED, minute + 1, outcome == CallOutcome.INTERRUPTED ? null : agent, outcome);
    }

    private void happens(FactKind kind, int minute, String actor, CallOutcome outcome) {
        Instant at = Instant.parse("2026-03-03T08:00:00Z").plusSeconds(60L * minute);
        timeline.add(new History.Line(kind, at, actor, outcome, kind == FactKind.RATED ? 5 : 0));
    }
}
