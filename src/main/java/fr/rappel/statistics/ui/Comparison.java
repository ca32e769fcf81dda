package fr.rappel.statistics.ui;

import fr.rappel.shared.Refusal;
import fr.rappel.statistics.Period;
import java.util.Optional;

/** What a period is compared with. */
enum Comparison {
    NONE,
    /** As many days right before. */
    BEFORE,
    /** The same dates a year earlier. */
    YEAR;

    Optional<Period> of(Period period) {
        try {
            return switch (this) {
                case NONE -> Optional.empty();
                case BEFORE -> Optional.of(period.before());
                case YEAR -> Optional.of(period.yearBefore());
            };
        } catch (Refusal outside) {
            return Optional.empty();
        }
    }
}
