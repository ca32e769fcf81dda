package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The days that are not counted yet: what happened on them is read from the facts. */
@Component
class UncountedDays {

    /** More than the days that a job may have missed; beyond them reading would take too long for a page. */
    private static final int MOST_READ = 31;

    private final StoredCounts stored;
    private final EventReader events;
    private final LineCalendar calendar;

    UncountedDays(StoredCounts stored, EventReader events, LineCalendar calendar) {
        this.stored = stored;
        this.events = events;
        this.calendar = calendar;
    }

    /** The first of them; empty before anything happened. */
    Optional<LocalDate> first() {
        return stored.lastDay()
                .map(last -> last.plusDays(1))
                .or(() -> events.first().map(first -> LocalDate.ofInstant(first, calendar.zone())));
    }

    /** Whether some of them are that day or before it. */
    boolean reaches(LocalDate day) {
        return first().filter(first -> !first.isAfter(day)).isPresent();
    }

    /**
     * The first of them, for whoever reads from there to a last day; that day itself before anything happened.
     *
     * @throws FiguresBeingCounted if more days than a month would be read
     */
    LocalDate firstReadTo(LocalDate last) {
        LocalDate first = first().orElse(last);
        if (last.isAfter(first.plusDays(MOST_READ))) {
            throw new FiguresBeingCounted();
        }
        return first;
    }
}
