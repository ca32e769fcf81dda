package fr.rappel.statistics;

import fr.rappel.faq.FaqUse;
import fr.rappel.faq.UseKind;

/**
 * Whether the public questions spare people a call. Each has its name and its definition in the bundle: {@code
 * statistics.faqFigure.…}.
 */
public enum FaqFigure {
    SEARCHES(Unit.COUNT, UseKind.SEARCH),
    IN_VAIN(Unit.SHARE, UseKind.IN_VAIN),
    READS(Unit.COUNT, UseKind.READ),
    ASKED(Unit.COUNT, UseKind.ASKED),
    NOT_ASKED(Unit.SHARE, UseKind.READ),
    WITHOUT_REQUEST(Unit.SHARE, UseKind.READ);

    private final Unit unit;
    private final UseKind rows;

    FaqFigure(Unit unit, UseKind rows) {
        this.unit = unit;
        this.rows = rows;
    }

    public Unit unit() {
        return unit;
    }

    /** The counters that the figure is made of. */
    public UseKind rows() {
        return rows;
    }

    /**
     * Of a whole period.
     *
     * @param requests how many were received in it
     */
    public FigureValue of(FaqUse use, long requests) {
        return switch (this) {
            case SEARCHES -> FigureValue.count(use.searches());
            case IN_VAIN -> FigureValue.ratio(use.inVain(), use.searches());
            case READS -> FigureValue.count(use.reads());
            case ASKED -> FigureValue.count(use.asked());
            case NOT_ASKED -> without(use.asked(), use.reads());
            case WITHOUT_REQUEST -> without(requests, use.reads());
        };
    }

    /** The share of readings that are left once one is taken away for each request; unknown if there are not so many. */
    public static FigureValue without(long requests, long reads) {
        return reads < requests ? new FigureValue(null, reads) : FigureValue.ratio(reads - requests, reads);
    }
}
