package fr.rappel.statistics;

import java.util.List;
import java.util.stream.Stream;

/** The figures of the line. Each has its name and its definition in the bundle: {@code statistics.figure.…}. */
public enum Figure {
    RECEIVED(Unit.COUNT, Measure.RECEIVED),
    CALLED(Unit.COUNT, Measure.FIRST_CALL),
    MEDIAN_WAIT(Unit.MINUTES, Measure.FIRST_CALL),
    WAIT_90(Unit.MINUTES, Measure.FIRST_CALL),
    MEAN_WAIT(Unit.MINUTES, Measure.FIRST_CALL),
    IN_TIME(Unit.SHARE, Measure.FIRST_CALL),
    CALLS(Unit.COUNT, Measure.CALL),
    REACHED(Unit.SHARE, Measure.CALL),
    REACHED_FIRST(Unit.SHARE, Measure.FIRST_ATTEMPT),
    CLOSED(Unit.COUNT, Measure.CLOSED),
    ATTEMPTS(Unit.RATIO, Measure.CLOSED),
    HANDLING(Unit.SECONDS, Measure.HANDLED),
    REOPENED(Unit.COUNT, Measure.REOPENED),
    BACKLOG(Unit.COUNT, Measure.OPEN),
    RATINGS(Unit.COUNT, Measure.RATED),
    SATISFACTION(Unit.RATIO, Measure.RATED),
    SATISFIED(Unit.SHARE, Measure.RATED);

    private final Unit unit;
    private final Measure rows;

    Figure(Unit unit, Measure rows) {
        this.unit = unit;
        this.rows = rows;
    }

    public Unit unit() {
        return unit;
    }

    /** The events that the figure rests on. */
    public Measure rows() {
        return rows;
    }

    /** Those that are known of a single item: no backlog. */
    public static List<Figure> ofItems() {
        return Stream.of(values()).filter(figure -> figure != BACKLOG).toList();
    }

    /** Of a whole period. */
    public FigureValue of(Report report) {
        return this == BACKLOG ? FigureValue.count(report.openAtEnd()) : of(report.all());
    }

    /**
     * Of a single item.
     *
     * @throws IllegalArgumentException if it is none of {@link #ofItems}
     */
    public FigureValue of(Counted counted) {
        return switch (this) {
            case RECEIVED -> FigureValue.count(counted.events(Measure.RECEIVED));
            case CALLED -> FigureValue.count(counted.events(Measure.FIRST_CALL));
            case CALLS -> FigureValue.count(counted.events(Measure.CALL));
            case CLOSED -> FigureValue.count(counted.events(Measure.CLOSED));
            case REOPENED -> FigureValue.count(counted.events(Measure.REOPENED));
            case RATINGS -> FigureValue.count(counted.events(Measure.RATED));
            case MEDIAN_WAIT -> wait(counted, 50);
            case WAIT_90 -> wait(counted, 90);
            case MEAN_WAIT -> mean(counted, Measure.FIRST_CALL);
            case ATTEMPTS -> mean(counted, Measure.CLOSED);
            case HANDLING -> mean(counted, Measure.HANDLED);
            case SATISFACTION -> mean(counted, Measure.RATED);
            case IN_TIME -> share(counted, Measure.IN_TIME, Measure.FIRST_CALL);
            case REACHED -> share(counted, Measure.REACHED, Measure.CALL);
            case REACHED_FIRST -> share(counted, Measure.REACHED_FIRST, Measure.FIRST_ATTEMPT);
            case SATISFIED -> share(counted, Measure.SATISFIED, Measure.RATED);
            case BACKLOG -> throw new IllegalArgumentException(name());
        };
    }

    private static FigureValue wait(Counted counted, int percent) {
        return FigureValue.of(counted.waits().centile(percent), counted.waits().calls());
    }

    private static FigureValue mean(Counted counted, Measure measure) {
        return FigureValue.ratio(counted.total(measure), counted.events(measure));
    }

    private static FigureValue share(Counted counted, Measure part, Measure whole) {
        return FigureValue.ratio(counted.events(part), counted.events(whole));
    }
}
