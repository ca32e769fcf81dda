package fr.rappel.statistics;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * @param value in the unit of its figure; null when there is nothing to compute it from
 * @param sample how many events it rests on
 */
public record FigureValue(@Nullable Double value, long sample) {

    boolean isZero() {
        return value != null && value == 0;
    }

    /**
     * How far it is from the one it is compared with: in points for shares, in parts of that one for everything else. Null
     * where that cannot be said.
     */
    @Nullable
    Double changeFrom(FigureValue other, Unit unit) {
        Double then = other.value;
        if (value == null || then == null || then == 0 && unit != Unit.SHARE) {
            return null;
        }
        return unit == Unit.SHARE ? (value - then) * 100 : value / then - 1;
    }

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
