package fr.rappel.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar says of one instant.
 *
 * @param at the instant asked for
 * @param open whether the line is open
 * @param rule what decided
 * @param reason the emergency's reason, the exception's label or the holiday's French name; none for the weekly hours
 * @param closesAt when open: the first instant at which it no longer is, touching intervals and midnight passed over;
 *     none if it does not close within five years
 * @param opensAt when closed: the first instant at which it opens; none if none is known within five years, for
 *     instance during an emergency closure without announced end
 * @param zone the zone of the line, in which hours are read and shown
 */
public record LineState(
        Instant at,
        boolean open,
        Rule rule,
        @Nullable String reason,
        @Nullable Instant closesAt,
        @Nullable Instant opensAt,
        ZoneId zone) {}
