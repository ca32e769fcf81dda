package fr.rappel.statistics;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
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

    private final EventDays days;

    StatisticsRows(EventDays days) {
        this.days = days;
    }

    /**
     * One page of them, newest first.
     *
     * @param cursor of the page before; null, or none of ours, for the first page
     */
    public EventPage page(RowQuery query, @Nullable String cursor) {
        Place place = Place.of(cursor);
        List<Event> page = new ArrayList<>();
        for (LocalDate day : days.days(query).reversed()) {
            if (place == null || !day.isAfter(place.day)) {
                List<Event> found = days.events(day, query).reversed();
                int skipped = place != null && day.equals(place.day) ? Math.min(place.skipped, found.size()) : 0;
                int taken = Math.min(found.size() - skipped, PAGE_SIZE - page.size());
                page.addAll(found.subList(skipped, skipped + taken));
                if (page.size() == PAGE_SIZE) {
                    return new EventPage(page, new Place(day, skipped + taken).toString());
                }
            }
        }
        return new EventPage(page, null);
    }

    /** Where a page ends: in a day, after so many of its events. */
    private record Place(LocalDate day, int skipped) {

        static @Nullable Place of(@Nullable String cursor) {
            String[] parts = cursor == null ? new String[0] : cursor.split("\\+", -1);
            try {
                return parts.length == 2
                        ? new Place(LocalDate.parse(parts[0]), Math.max(0, Integer.parseInt(parts[1])))
                        : null;
            } catch (DateTimeParseException | NumberFormatException foreign) {
                return null;
            }
        }

        @Override
        public String toString() {
            return day + "+" + skipped;
        }
    }
}
