package fr.rappel.callback;

import fr.rappel.calendar.LineCalendar;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When a visitor can be called: while the line is open, except when they said not to. */
@Component
class Reachability {

    private final LineCalendar calendar;
    private final Unavailabilities unavailabilities;

    Reachability(LineCalendar calendar, Unavailabilities unavailabilities) {
        this.calendar = calendar;
        this.unavailabilities = unavailabilities;
    }

    /** The first moment, {@code earliest} included, at which the visitor of a request can be called. */
    Instant of(long requestId, Instant earliest) {
        List<Unavailability> said = unavailabilities.of(requestId);
        Instant moment = opening(earliest);
        for (Optional<Unavailability> in = covering(said, moment); in.isPresent(); in = covering(said, moment)) {
            moment = opening(
                    in.get().endAfter(local(moment)).atZone(calendar.zone()).toInstant());
        }
        return moment;
    }

    /** Whether the visitor said not to call at that moment. */
    boolean isRuledOut(long requestId, Instant moment) {
        return covering(unavailabilities.of(requestId), moment).isPresent();
    }

    private Optional<Unavailability> covering(List<Unavailability> said, Instant moment) {
        LocalDateTime local = local(moment);
        return said.stream().filter(one -> one.covers(local)).findFirst();
    }

    /** The first moment, {@code from} included, at which the line is open; {@code from} if none is known. */
    Instant opening(Instant from) {
        return calendar.nextOpening(from).orElse(from);
    }

    private LocalDateTime local(Instant moment) {
        return LocalDateTime.ofInstant(moment, calendar.zone());
    }
}
