package fr.rappel.statistics;

import java.io.IOException;
import java.util.List;

/** A table that is written from top to bottom; what was written is not kept in memory. */
interface Sheet extends AutoCloseable {

    /**
     * @param cells text ({@link String}), numbers, days ({@link java.time.LocalDate}) or local moments ({@link
     *     java.time.LocalDateTime})
     */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;
}
