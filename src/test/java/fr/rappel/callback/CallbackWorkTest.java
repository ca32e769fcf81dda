package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.testing.Person;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackWorkTest extends AtTheDesk {

    private static final Instant NOW = TestClock.OPEN_TUESDAY;

    @BeforeEach
    void threePeople() {
        data.account(amelie);
        data.account(bruno);
        data.account(claire);
        data.account(Person.agent("parti"), false);
    }

    @Test
    void takesTheOldestFirst() {
        var younger = data.waiting(NOW.minusSeconds(60));
        var older = data.waiting(NOW.minusSeconds(120));
        assertThat(amelie.get(work::takeNext)).contains(older);
        assertThat(bruno.get(work::takeNext)).contains(younger);
        assertThat(amelie.get(work::takeNext)).isEmpty();
    }

    @Test
    void leavesWhatIsPlannedUntilItsMoment() {
        var planned = data.waiting(NOW.plusSeconds(1));
        assertThat(amelie.get(work::takeNext)).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(amelie.get(work::takeNext)).contains(planned);
    }

    @Test
    void leavesWhatLooksLikeARobotToWhomeverTakesItByName() {
        var suspicious = data.request(NOW.minusSeconds(60), Map.of("status", "REVIEW"));
        assertThat(amelie.get(work::takeNext)).isEmpty();
        amelie.does(() -> work.take(suspicious));
        assertThat(data.column(suspicious, "taken_by")).isEqualTo("amelie");
    }

    @Test
    void tellsTheLoserWhoHasIt() {
        var reference = data.waiting(NOW);
        amelie.does(() -> work.take(reference));
        assertThatExceptionOfType(AlreadyTaken.class)
                .isThrownBy(() -> bruno.does(() -> work.take(reference)))
                .satisfies(lost -> assertThat(lost.takenBy()).isEqualTo("amelie"));
        assertThat(data.column(reference, "taken_by")).isEqualTo("amelie");
    }

    @Test
    void changesNothingWhenOneTakesWhatOneHolds() {
        var reference = data.waiting(NOW);
        amelie.does(() -> work.take(reference));
        amelie.does(() -> work.take(reference));
        assertThat(kinds(reference)).containsExactly(FactKind.TAKEN);
    }

    @Test
    void takesNothingThatIsClosedOrMissing() {
        var closed = data.request(NOW, Map.of("status", "CLOSED", "outcome", "SPAM", "closed_at", NOW));
        assertThatThrownBy(() -> amelie.does(() -> work.take(closed))).isInstanceOf(AlreadyClosed.class);
        assertThatThrownBy(() -> amelie.does(() -> work.take("AAAAAAAA"))).isInstanceOf(RequestNotFound.class);
        assertThatThrownBy(() -> amelie.does(() -> work.take("' or '1'='1"))).isInstanceOf(RequestNotFound.class);
    }

    @Test
    void keepsThePlaceOfWhatIsReleased() {
        var first = data.waiting(NOW.minusSeconds(120));
        data.waiting(NOW.minusSeconds(60));
        amelie.does(() -> work.take(first));
        clock.advance(Duration.ofMinutes(10));
        amelie.does(() -> work.release(first));
        assertThat(bruno.get(work::takeNext)).contains(first);
        assertThat(kinds(first)).containsExactly(FactKind.TAKEN, FactKind.RELEASED, FactKind.TAKEN);
    }

    @Test
    void letsOnlyTheHolderOrASupervisorRelease() {
        var reference = data.waiting(NOW);
        assertThatExceptionOfType(NotHolder.class)
                .isThrownBy(() -> amelie.does(() -> work.release(reference)))
                .satisfies(refused -> assertThat(refused.takenBy()).isEmpty());
        amelie.does(() -> work.take(reference));
        assertThatExceptionOfType(NotHolder.class)
                .isThrownBy(() -> bruno.does(() -> work.release(reference)))
                .satisfies(refused -> assertThat(refused.takenBy()).contains("amelie"));
        claire.does(() -> work.release(reference));
        assertThat(data.column(reference, "status")).isEqualTo("WAITING");
    }

    @Test
    void saysInWhoseHandsARequestIs() {
        var reference = data.waiting(NOW);
        assertThat(List.of(isHeldBy(amelie, reference), isHeldBy(bruno, reference)))
                .containsOnly(false);
        assertThat(isHeldBy(claire, reference)).as("a supervisor, of anybody's").isTrue();
        amelie.does(() -> work.take(reference));
        assertThat(isHeldBy(amelie, reference)).isTrue();
        assertThat(isHeldBy(bruno, reference)).isFalse();
        amelie.does(() -> work.release(reference));
        assertThat(isHeldBy(amelie, reference)).isFalse();
        for (String invented : new String[] {"ZZZZ2345", "", "' or 1=1 --"}) {
            assertThat(List.of(isHeldBy(amelie, invented), isHeldBy(claire, invented)))
                    .containsOnly(false);
        }
    }

    private boolean isHeldBy(Person person, String reference) {
        return person.get(() -> sheets.isHeld(reference));
    }

    @Test
    void keepsTheRequestOfACallThatGoesOn() {
        var reference = data.waiting(NOW);
        amelie.does(() -> work.take(reference));
        amelie.does(() -> calls.start(reference, null));
        assertThatThrownBy(() -> amelie.does(() -> work.release(reference))).isInstanceOf(CallInProgress.class);
        assertThatThrownBy(() -> claire.does(() -> work.release(reference))).isInstanceOf(CallInProgress.class);
        assertThatThrownBy(() -> claire.does(() -> work.reassign(reference, "bruno")))
                .isInstanceOf(CallInProgress.class);
    }

    @Test
    void givesARequestToAColleague() {
        var reference = data.waiting(NOW);
        amelie.does(() -> work.take(reference));
        amelie.does(() -> work.reassign(reference, "Bruno"));
        assertThat(data.column(reference, "taken_by")).isEqualTo("bruno");
        var last = timeline(reference).getLast();
        assertThat(last.kind()).isEqualTo(FactKind.REASSIGNED);
        assertThat(last.actor()).isEqualTo("amelie");
        assertThat(last.target()).isEqualTo("bruno");
    }

    @Test
    void givesNothingToNobodyAndNothingOfOthers() {
        var reference = data.waiting(NOW);
        amelie.does(() -> work.take(reference));
        for (String stranger : new String[] {"parti", "inconnu", "", "bruno\0", "b".repeat(100_000)}) {
            assertThatThrownBy(() -> amelie.does(() -> work.reassign(reference, stranger)))
                    .isInstanceOf(UnknownAgent.class);
        }
        assertThatThrownBy(() -> bruno.does(() -> work.reassign(reference, "bruno")))
                .isInstanceOf(NotHolder.class);
        assertThat(data.column(reference, "taken_by")).isEqualTo("amelie");
        claire.does(() -> work.reassign(reference, "bruno"));
        assertThat(data.column(reference, "taken_by")).isEqualTo("bruno");
    }

    @Test
    void keepsNotesOfEverybody() {
        var reference = data.waiting(NOW);
        amelie.does(() -> work.addNote(reference, "  Rappelle\r\nplutôt l’après-midi. "));
        var note = timeline(reference).getLast();
        assertThat(note.kind()).isEqualTo(FactKind.NOTED);
        assertThat(note.actor()).isEqualTo("amelie");
        assertThat(note.note()).isEqualTo("Rappelle\nplutôt l’après-midi.");
    }

    @Test
    void refusesNotesThatSayNothingOrTooMuch() {
        var reference = data.waiting(NOW);
        for (String empty : new String[] {"", " \u00A0\u200B", "\u3164"}) {
            assertThatThrownBy(() -> amelie.does(() -> work.addNote(reference, empty)))
                    .isInstanceOf(OutcomeRefused.class);
        }
        amelie.does(() -> work.addNote(reference, "é".repeat(OutcomeReport.NOTE_MAX)));
        amelie.does(() -> work.addNote(reference, "😀".repeat(OutcomeReport.NOTE_MAX)));
        assertThatThrownBy(() -> amelie.does(() -> work.addNote(reference, "é".repeat(OutcomeReport.NOTE_MAX + 1))))
                .isInstanceOf(OutcomeRefused.class);
        assertThat(timeline(reference)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAA", "", "%", "../admin"})
    void opensNoSheetOfWhatDoesNotExist(String reference) {
        assertThatThrownBy(() -> amelie.get(() -> sheets.open(reference))).isInstanceOf(RequestNotFound.class);
    }

    @Test
    void opensASheetByTheReferenceAsPeopleSayIt() {
        var reference = data.waiting(NOW);
        var said = reference.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " - " + reference.substring(4);
        assertThat(amelie.get(() -> sheets.open(said)).row().reference()).isEqualTo(reference);
    }

    private java.util.List<FactKind> kinds(String reference) {
        return timeline(reference).stream().map(TimelineEntry::kind).toList();
    }
}
