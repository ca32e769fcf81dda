package fr.rappel.statistics;

import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The very events that a figure counts: the same code finds them that counted them. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.SUPERVISOR)
public class StatisticsRows {

    static final int PAGE_SIZE = 50;

    /** What lies so far apart that it is gathered from many days makes shorter pages: each day costs some milliseconds. */
    static final int MOST_DAYS = 12;

    private final EventDays days;
    private final OpenRows open;
    private final CurrentUser currentUser;

    StatisticsRows(EventDays days, OpenRows open, CurrentUser currentUser) {
        this.days = days;
        this.open = open;
        this.currentUser = currentUser;
    }

    /**
     * One page of them, newest first.
     *
     * @param cursor of the page before; null, or none of ours, for the first page
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    public EventPage page(RowQuery query, @Nullable String cursor) {
        RowPlace place = RowPlace.of(cursor);
        if (query.measure() == Measure.OPEN) {
            return open.page(query, place, PAGE_SIZE);
        }
        long shown = place == null ? 0 : place.shown();
        List<Event> page = new ArrayList<>();
        int gathered = 0;
        for (LocalDate day : days.days(query).reversed()) {
            if (place == null || reaches(place, day)) {
                if (gathered == MOST_DAYS) {
                    return new EventPage(page, next(page, shown));
                }
                List<Event> found = days.events(day, query).reversed().stream()
                        .filter(event -> place == null || place.isAfter(event))
                        .toList();
                gathered += found.isEmpty() ? 0 : 1;
                int room = Math.min(found.size(), PAGE_SIZE - page.size());
                page.addAll(found.subList(0, room));
                if (room < found.size()) {
                    return new EventPage(page, next(page, shown));
                }
            }
        }
        return new EventPage(page, null);
    }

    /**
     * The same of what the signed-in person did, and of nobody else: the rows behind {@link Statistics#own}.
     *
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    @RolesAllowed(Roles.AGENT)
    public EventPage own(Period period, Measure measure, @Nullable String cursor) {
        return page(new RowQuery(period, measure, Dimension.AGENT, currentUser.username()), cursor);
    }

    private static String next(List<Event> page, long shown) {
        return RowPlace.of(page.getLast(), shown + page.size()).toString();
    }

    /** Whether something of that day may still follow. */
    private boolean reaches(RowPlace place, LocalDate day) {
        return !day.atStartOfDay(days.zone()).toInstant().isAfter(place.at());
    }
}
