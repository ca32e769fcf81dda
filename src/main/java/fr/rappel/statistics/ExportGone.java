package fr.rappel.statistics;

import fr.rappel.shared.Refusal;

/** There is no such file, not yet or no longer. */
public final class ExportGone extends Refusal {

    ExportGone() {
        super("statistics.ExportGone");
    }
}
