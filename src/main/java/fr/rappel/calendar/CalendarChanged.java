package fr.rappel.calendar;

import java.time.Instant;

/**
 * The calendar may now answer differently: hours, an exception or an emergency closure have changed.
 *
 * @param at when
 */
public record CalendarChanged(Instant at) {}
