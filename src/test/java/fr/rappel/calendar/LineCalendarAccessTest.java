package fr.rappel.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.rappel.shared.FieldError;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.TestClock;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.security.test.context.support.WithMockUser;

/** Who may change the calendar, with what, and what happens when two do so at once. */
@DatabaseTest
class LineCalendarAccessTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    @Autowired
    LineCalendar calendar;

    @Autowired
    CurrentSchedule current;

    @Autowired
    TestClock clock;

    private final CalendarRows rows;

    LineCalendarAccessTest(@Autowired JdbcClient jdbc) {
        rows = new CalendarRows(jdbc);
    }

    @BeforeEach
    @AfterEach
    void onlyTheFirstHours() {
        clock.set(TestClock.OPEN_TUESDAY);
        rows.clear();
        current.refresh();
    }

    @Test
    void anybodyMayAsk() {
        assertThatCode(() -> {
                    calendar.now();
                    calendar.week(TODAY);
                    calendar.weeklyHours();
                    calendar.exceptions(TODAY);
                    calendar.afterOpenMinutes(TestClock.OPEN_TUESDAY, 60);
                })
                .doesNotThrowAnyException();
    }

    @Test
    void aStrangerMayChangeNothing() {
        for (var change : changes()) {
            assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
                    .isThrownBy(change::run);
        }
    }

    @Test
    @WithMockUser(roles = "AGENT")
    void anAgentMayChangeNothing() {
        for (var change : changes()) {
            assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(change::run);
        }
        assertThat(calendar.now().open()).isTrue();
        assertThat(rows.count("calendar_exception")).isZero();
    }

    @Test
    @WithMockUser(roles = {"AGENT", "SUPERVISOR", "ADMIN"})
    void anAdministratorMayDoWhatASupervisorMay() {
        long id = calendar.addException(pont());
        calendar.removeException(id);
        calendar.closeNow("Panne", null);
        calendar.reopen();

        assertThat(rows.count("calendar_closure")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \u00A0", "\u3164", "\u0000\u200B"})
    @WithMockUser(roles = "SUPERVISOR")
    void theReasonMustBeReadable(String unreadable) {
        assertThat(refusal(() -> calendar.closeNow(unreadable, null))).isEqualTo("reason REQUIRED");
        assertThat(refusal(() -> calendar.addException(new AddException(TODAY, unreadable, List.of()))))
                .isEqualTo("label REQUIRED");
    }

    @Test
    @WithMockUser(roles = "SUPERVISOR")
    void theReasonFitsTheColumnToTheLastCharacter() {
        String longest = "\uD83D\uDE00".repeat(200);
        calendar.closeNow(longest, null);
        assertThat(calendar.now().reason()).isEqualTo(longest);

        assertThat(refusal(() -> calendar.closeNow("é".repeat(201), null))).isEqualTo("reason TOO_LONG");
        assertThat(refusal(() -> calendar.addException(new AddException(TODAY, "é".repeat(201), List.of()))))
                .isEqualTo("label TOO_LONG");
        assertThat(refusal(() -> calendar.addException(new AddException(null, "Pont", List.of()))))
                .isEqualTo("date REQUIRED");
        assertThat(refusal(() -> calendar.addException(new AddException(TODAY, "Pont", null))))
                .isEqualTo("intervals REQUIRED");
    }

    @Test
    @WithMockUser(roles = "SUPERVISOR")
    void whatIsNotTextIsRemovedBeforeItIsStored() {
        calendar.closeNow("Panne\u0000 du\uD83D standard\u202E", null);

        assertThat(calendar.now().reason()).isEqualTo("Panne du standard");
    }

    @Test
    @WithMockUser(roles = "SUPERVISOR")
    void ofManyWhoGiveADateItsHoursOneIsFirst() throws Exception {
        assertThat(outcomes(() -> calendar.addException(pont())))
                .hasSize(8)
                .containsOnlyOnce("done")
                .containsOnly("done", "calendar.DateHasException");
        assertThat(rows.count("calendar_exception")).isOne();
    }

    @Test
    @WithMockUser(roles = "SUPERVISOR")
    void ofManyWhoReopenOneIsFirst() throws Exception {
        calendar.closeNow("Panne", null);

        assertThat(outcomes(() -> {
                    calendar.reopen();
                    return 0;
                }))
                .containsOnlyOnce("done")
                .containsOnly("done", "calendar.LineNotClosed");
    }

    private List<String> outcomes(Callable<?> change) throws InterruptedException {
        try (var threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(8))) {
            var futures =
                    IntStream.range(0, 8).mapToObj(i -> threads.submit(change)).toList();
            var outcomes = new ArrayList<String>();
            for (var future : futures) {
                outcomes.add(outcome(future));
            }
            return outcomes;
        }
    }

    private static String outcome(Future<?> future) throws InterruptedException {
        try {
            future.get();
            return "done";
        } catch (ExecutionException e) {
            return String.valueOf(e.getCause().getMessage());
        }
    }

    private List<Runnable> changes() {
        return List.of(
                () -> calendar.addException(pont()),
                () -> calendar.removeException(1),
                () -> calendar.closeNow("Panne", null),
                () -> calendar.reopen());
    }

    private static AddException pont() {
        return new AddException(TODAY, "Pont", List.of());
    }

    /** Field and code of the one fault found. */
    private static String refusal(Runnable change) {
        var violations = catchThrowableOfType(ConstraintViolationException.class, change::run);
        var errors = FieldError.from(violations.getConstraintViolations());
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().message()).doesNotContain("{", "}");
        return errors.getFirst().field() + " " + errors.getFirst().code();
    }
}
