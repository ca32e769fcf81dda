package fr.rappel.statistics;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

    StatisticsRows(EventDays days) {
        this.days = days;
    }

    /**
     * One page of them, newest first.
     *
     * @param cursor of the page before; null, or none of ours, for the first page
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    public EventPage page(RowQuery query, @Nullable String cursor) {
        Place place = Place.of(cursor);
        List<Event> page = new ArrayList<>();
        int gathered = 0;
        for (LocalDate day : days.days(query).reversed()) {
            if (place == null || place.reaches(day, days.zone())) {
                if (gathered == MOST_DAYS) {
                    return new EventPage(page, Place.of(page.getLast()).toString());
                }
                List<Event> found = days.events(day, query).reversed().stream()
                        .filter(event -> place == null || place.isAfter(event))
                        .toList();
                gathered += found.isEmpty() ? 0 : 1;
                int room = Math.min(found.size(), PAGE_SIZE - page.size());
                page.addAll(found.subList(0, room));
                if (room < found.size()) {
                    return new EventPage(page, Place.of(page.getLast()).toString());
                }
            }
        }
        return new EventPage(page, null);
    }

    /** Where a page ends: at an event, so that what happens meanwhile moves nothing. */
    private record Place(Instant at, String reference) {

        private static final String BETWEEN = "_";

        static Place of(Event event) {
            return new Place(event.at(), event.request().reference());
        }

        static @Nullable Place of(@Nullable String cursor) {
            String[] parts = cursor == null ? new String[0] : cursor.split(BETWEEN, -1);
            try {
                return parts.length == 2 ? new Place(Instant.parse(parts[0]), parts[1]) : null;
            } catch (DateTimeParseException foreign) {
                return null;
            }
        }

        /** Whether something of that day may still follow. */
        boolean reaches(LocalDate day, ZoneId zone) {
            return !day.atStartOfDay(zone).toInstant().isAfter(at);
        }

        /** Whether an event happened before the last of the page. */
        boolean isAfter(Event event) {
            int order = at.compareTo(event.at());
            return order > 0
                    || order == 0 && reference.compareTo(event.request().reference()) > 0;
        }

        @Override
        public String toString() {
            return at + BETWEEN + reference;
        }
    }
}
