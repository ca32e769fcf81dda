package fr.rappel.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * @param next where the following page begins; null on the last
 */
public record EventPage(List<Event> events, @Nullable String next) {}
