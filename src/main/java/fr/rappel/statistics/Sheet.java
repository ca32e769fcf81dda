package fr.rappel.statistics;

import java.io.IOException;
import java.util.List;

/** A table that is written from top to bottom; what was written is not kept in memory. */
interface Sheet extends AutoCloseable {

    /**
     * A number that nobody calculates with, or what could be taken for one, as a SIRET or a reference.
     *
     * @param spaced the same in groups, as it is printed: what a spreadsheet leaves alone where nothing else says that it is text
     */
    record Code(String plain, String spaced) {}

    /**
     * @param cells text ({@link String}), codes, numbers, days ({@link java.time.LocalDate}) or local moments ({@link
     *     java.time.LocalDateTime})
     */
    void row(List<?> cells) throws IOException;

    @Override
    void close() throws IOException;
}
