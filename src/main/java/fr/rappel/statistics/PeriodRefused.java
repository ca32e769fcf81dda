package fr.rappel.statistics;

import fr.rappel.shared.Refusal;

/** No figures can be given for these dates. */
public final class PeriodRefused extends Refusal {

    PeriodRefused(String reason) {
        super("statistics.PeriodRefused." + reason);
    }
}
