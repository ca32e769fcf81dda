package fr.rappel.statistics;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the files that were asked for, newest first.
 *
 * @param next where the following page begins; null on the last
 */
public record ExportPage(List<Export> exports, @Nullable Long next) {}
