package fr.rappel.callback;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next cursor of the page after this one; null on the last page
 */
public record RowPage(List<CallbackRow> rows, @Nullable String next) {}
