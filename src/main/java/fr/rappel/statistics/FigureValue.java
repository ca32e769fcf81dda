package fr.rappel.statistics;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * @param value in the unit of its figure; null when there is nothing to compute it from
 * @param sample how many events it rests on
 */
public record FigureValue(@Nullable Double value, long sample) {

    static FigureValue count(long events) {
        return new FigureValue((double) events, events);
    }

    static FigureValue ratio(long part, long sample) {
        return new FigureValue(sample == 0 ? null : (double) part / sample, sample);
    }

    static FigureValue of(OptionalInt value, long sample) {
        return new FigureValue(value.isPresent() ? (double) value.getAsInt() : null, sample);
    }
}
