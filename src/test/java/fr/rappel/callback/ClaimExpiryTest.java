package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import fr.rappel.testing.TestData;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An agent's browser was closed: the request comes back by itself after an hour, and the timeline says why. */
@DatabaseTest
class ClaimExpiryTest {

    private final Person amelie = Person.agent("amelie");

    @Autowired
    private ClaimExpiry expiry;

    @Autowired
    private CallbackWork work;

    @Autowired
    private CallbackCalls calls;

    @Autowired
    private CallbackSheets sheets;

    @Autowired
    private TestData data;

    @Autowired
    private TestClock clock;

    private String reference;

    @BeforeEach
    void oneTakenRequest() {
        data.clear();
        clock.set(TestClock.OPEN_TUESDAY);
        reference = data.waiting(clock.instant());
        amelie.does(() -> work.take(reference));
    }

    @Test
    void leavesAClaimOfOneHour() {
        clock.advance(Duration.ofHours(1));
        expiry.releaseUntouched();
        assertThat(sheet().row().takenBy()).isEqualTo("amelie");
    }

    @Test
    void releasesAClaimLeftUntouchedForLonger() {
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        expiry.releaseUntouched();
        expiry.releaseUntouched();

        assertThat(sheet().row().status()).isEqualTo(CallbackStatus.WAITING);
        assertThat(sheet().timeline())
                .extracting(entry -> entry.kind() + " " + entry.actor())
                .containsExactly("TAKEN amelie", "CLAIM_EXPIRED null");
        assertThat(Person.agent("bruno").get(work::takeNext)).contains(reference);
    }

    @Test
    void endsTheCallThatWasOpenAndRefusesItsLateOutcomePolitely() {
        var attempt = amelie.get(() -> calls.start(reference, null));
        clock.advance(Duration.ofMinutes(61));
        expiry.releaseUntouched();

        assertThat(sheet().attempts().getFirst().outcome()).isEqualTo(CallOutcome.INTERRUPTED);
        assertThat(sheet().timeline())
                .extracting(TimelineEntry::kind)
                .containsExactly(FactKind.TAKEN, FactKind.CALL_STARTED, FactKind.CALL_ENDED, FactKind.CLAIM_EXPIRED);
        assertThatThrownBy(() -> amelie.does(
                        () -> calls.end(reference, attempt.id(), new OutcomeReport(CallOutcome.RESOLVED, null, null))))
                .isInstanceOf(AttemptEnded.class);
        assertThat(data.column(reference, "unreached")).hasToString("0");
    }

    @Test
    void leavesAClaimWhoseHolderWorks() {
        clock.advance(Duration.ofMinutes(50));
        amelie.does(() -> work.addNote(reference, "Je relis le dossier."));
        clock.advance(Duration.ofMinutes(50));
        expiry.releaseUntouched();
        assertThat(sheet().row().takenBy()).isEqualTo("amelie");
    }

    @Test
    void countsNoColleaguesNoteAsTheHoldersWork() {
        clock.advance(Duration.ofMinutes(50));
        Person.agent("bruno").does(() -> work.addNote(reference, "Il a aussi écrit."));
        clock.advance(Duration.ofMinutes(11));
        expiry.releaseUntouched();
        assertThat(sheet().row().takenBy()).isNull();
    }

    private CallbackSheet sheet() {
        return amelie.get(() -> sheets.open(reference));
    }
}
