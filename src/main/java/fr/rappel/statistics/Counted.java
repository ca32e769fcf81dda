package fr.rappel.statistics;

import java.util.EnumMap;
import java.util.Map;

/**
 * What was counted, of one item or of all.
 *
 * @param waits of its first calls, where they were asked for
 */
public record Counted(Map<Measure, Amount> amounts, Waits waits) {

    public static final Counted NOTHING = new Counted(Map.of());

    public Counted {
        amounts = Map.copyOf(amounts);
    }

    Counted(Map<Measure, Amount> amounts) {
        this(amounts, Waits.NONE);
    }

    public long events(Measure measure) {
        return amounts.getOrDefault(measure, Amount.NONE).events();
    }

    public long total(Measure measure) {
        return amounts.getOrDefault(measure, Amount.NONE).total();
    }

    Counted with(Waits ofFirstCalls) {
        return new Counted(amounts, ofFirstCalls);
    }

    Counted plus(Counted other) {
        Map<Measure, Amount> sum = new EnumMap<>(Measure.class);
        sum.putAll(amounts);
        other.amounts.forEach((measure, amount) -> sum.merge(measure, amount, Amount::plus));
        return new Counted(sum, waits.plus(other.waits));
    }
}
