package fr.rappel.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that can be stored.
 *
 * @param key what the line is called by
 * @param values of each table's columns, in the order of the format
 */
record CopyRow(long line, String key, List<@Nullable Object[]> values) {}
