package fr.rappel.statistics;

/**
 * How often something happened.
 *
 * @param total what its {@link Measure} adds up, in the unit that it names
 */
public record Amount(long events, long total) {

    public static final Amount NONE = new Amount(0, 0);

    Amount minus(Amount other) {
        return new Amount(events - other.events, total - other.total);
    }

    Amount plus(Amount other) {
        return new Amount(events + other.events, total + other.total);
    }
}
