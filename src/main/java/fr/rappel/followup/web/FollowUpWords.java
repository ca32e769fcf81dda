package fr.rappel.followup.web;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.FactKind;
import fr.rappel.callback.FollowUpEvent;
import fr.rappel.callback.FollowUpState;
import fr.rappel.callback.FollowUpState.Phase;
import fr.rappel.callback.Unavailability;
import fr.rappel.followup.DocumentState;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.SpokenTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How the page says things: in French, in plain words, and of telephone and e-mail only as much as tells which. */
@Component
class FollowUpWords {

    private static final SpokenTime SPOKEN = SpokenTime.in(Locale.FRENCH);

    private final MessageSource messages;
    private final LineCalendar calendar;
    private final Clock clock;

    FollowUpWords(MessageSource messages, LineCalendar calendar, Clock clock) {
        this.messages = messages;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Where the request stands and what comes next. */
    public String state(FollowUpState state) {
        return switch (state.phase()) {
            case WAITING ->
                text(
                        state.dueAt().isBefore(clock.instant()) ? "followup.state.late" : "followup.state.waiting",
                        moment(state.dueAt()));
            case PLANNED -> planned(state);
            case IN_HAND -> text("followup.state.inHand");
            case CLOSED ->
                text("followup.state.closed." + state.outcome(), moment(Objects.requireNonNull(state.closedAt())));
        };
    }

    /** The state in two or three words. */
    public String phase(Phase phase) {
        return text("followup.phase." + phase);
    }

    public String event(FollowUpEvent event) {
        String detail = event.outcome() == null ? "" : "." + event.outcome();
        boolean told = event.kind() == FactKind.CALL_ENDED || event.kind() == FactKind.CLOSED;
        String until = event.until() == null ? "" : moment(event.until());
        return text("followup.event." + event.kind() + (told ? detail : ""), until);
    }

    /** "aujourd’hui à 10 h 12". */
    public String moment(Instant instant) {
        return SPOKEN.relativeDayAndTime(instant, clock.instant(), calendar.zone());
    }

    /** "24 novembre 2026", "1er mai 2026". */
    public String date(Instant instant) {
        return SPOKEN.dateWithYear(LocalDate.ofInstant(instant, calendar.zone()));
    }

    /** The earliest day to choose. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), calendar.zone());
    }

    public String unavailability(Unavailability said) {
        String part = text("followup.part." + said.part());
        String first = SPOKEN.date(said.firstDay());
        return said.firstDay().equals(said.lastDay())
                ? text("followup.unavailable.day", first, part)
                : text("followup.unavailable.days", first, SPOKEN.date(said.lastDay()), part);
    }

    /** See {@link SpokenReference}. */
    public String reference(String reference) {
        return SpokenReference.of(reference);
    }

    /** The last two digits. */
    public String phoneEnd(String e164) {
        String shown = new PhoneNumber(e164).national();
        return shown.substring(shown.length() - 2);
    }

    /** The first letter and the domain. */
    public String email(String address) {
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(address.indexOf('@'));
    }

    /** What the virus scanner said. */
    public String check(DocumentState state) {
        return text("followup.document." + state);
    }

    /** "1,2 Mo", "12 ko". */
    public String size(long bytes) {
        return bytes >= 1_000_000
                ? text("followup.size.mega", bytes / 1_000_000.0)
                : text("followup.size.kilo", Math.max(1, bytes / 1_000));
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.FRENCH);
    }

    private String planned(FollowUpState state) {
        FollowUpEvent call = state.lastCall();
        String next = moment(state.availableAt());
        if (call == null || !state.availableAt().equals(call.until())) {
            return text("followup.state.later", next);
        }
        return call.outcome() == CallOutcome.CALL_LATER
                ? text("followup.state.agreed", next)
                : text("followup.state.tried", moment(call.at()), next);
    }
}
