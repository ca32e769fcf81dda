package fr.rappel.dossier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of readings, newest first.
 *
 * @param next where the following page begins; null on the last page
 */
public record ReadingPage(List<Reading> readings, @Nullable Long next) {}
