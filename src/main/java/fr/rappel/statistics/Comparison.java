package fr.rappel.statistics;

import fr.rappel.shared.Refusal;
import java.util.Optional;

/** What a period is compared with. */
public enum Comparison {
    NONE,
    /** {@link Period#before}. */
    BEFORE,
    /** {@link Period#yearBefore}. */
    YEAR;

    /** The other period; none if it lies outside of what can be counted. */
    public Optional<Period> of(Period period) {
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
