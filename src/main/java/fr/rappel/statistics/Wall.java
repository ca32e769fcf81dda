package fr.rappel.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the line is doing at one moment.
 *
 * @param waiting requests whose turn has come and which nobody holds
 * @param oldest open time since the turn of the first of them came, see {@link fr.rappel.callback.LineFigures}; null if none
 *     waits
 * @param late those waiting, planned or held that nobody has called although the commitment has passed, in open time
 * @param agents people who hold a request or did something in the last half hour
 * @param calling those of them who are calling
 * @param calls calls ended today
 * @param reached those in which the caller was spoken to
 * @param callsUsually calls ended until this time of the day, on average of those of the last four same weekdays that are
 *     counted; null if none is, or not all are yet that will be
 * @param usualIsCounted false while those days are still being counted, as after the counts were emptied
 * @param hours the hours of today, from the first to the last in which anything happened today or usually
 */
public record Wall(
        Instant at,
        LocalDate today,
        int waiting,
        @Nullable Duration oldest,
        int late,
        int agents,
        int calling,
        long calls,
        long reached,
        long received,
        @Nullable Double callsUsually,
        boolean usualIsCounted,
        List<Hour> hours) {

    /**
     * @param hour 0 to 23
     * @param calls ended in it today; null if it is to come
     * @param usually on average of the last four same weekdays, as {@link #callsUsually}
     */
    public record Hour(
            int hour, @Nullable Long calls, @Nullable Double usually) {}

    public long notReached() {
        return calls - reached;
    }
}
