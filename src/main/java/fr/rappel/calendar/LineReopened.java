package fr.rappel.calendar;

import java.time.Instant;

/**
 * A supervisor has ended an emergency closure; the other rules decide again.
 *
 * @param at since when
 */
public record LineReopened(Instant at) {}
