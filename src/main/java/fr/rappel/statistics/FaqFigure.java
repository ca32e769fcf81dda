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
            case WITHOUT_REQUEST ->
                use.reads() < requests
                        ? new FigureValue(null, use.reads())
                        : FigureValue.ratio(use.reads() - requests, use.reads());
        };
    }
}
