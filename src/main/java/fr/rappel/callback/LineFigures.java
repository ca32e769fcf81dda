package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the line is doing at one instant.
 *
 * @param waiting requests whose turn has come and which nobody holds
 * @param overdue those of them whose promise is broken
 * @param oldestWaiting when the oldest of them was received; null if none waits
 * @param taken requests somebody holds
 * @param closedToday requests closed since midnight in the line's zone and not opened again; each counts once
 */
public record LineFigures(
        Instant at, int waiting, int overdue, @Nullable Instant oldestWaiting, int taken, int closedToday) {}
