package fr.rappel.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How the line is doing at one instant.
 *
 * @param waiting requests whose turn has come and which nobody holds
 * @param overdue requests that wait, also for a planned call, and whose promise is broken
 * @param late requests that wait, also for a planned call, or that somebody holds, never called although the commitment has
 *     passed since they were received, in open time
 * @param oldestWaiting since when the first in the queue waits, which is when its turn came: its reception, its reopening, or the
 *     later moment for which a call was planned; null if none waits
 * @param taken requests somebody holds
 * @param agents people who hold a request or did something in the last half hour
 * @param calling those of them who are calling
 */
public record LineFigures(
        Instant at,
        int waiting,
        int overdue,
        int late,
        @Nullable Instant oldestWaiting,
        int taken,
        int agents,
        int calling) {}
