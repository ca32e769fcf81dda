package fr.rappel.faq;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the rows that a count adds up, the newest day first.
 *
 * @param next where the following page begins; null on the last
 */
public record UsePage(List<Row> rows, @Nullable String next) {

    /**
     * How often something was on one day.
     *
     * @param item what its {@link UseKind} says
     */
    public record Row(LocalDate day, String item, long times) {}
}
