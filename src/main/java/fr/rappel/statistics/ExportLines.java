package fr.rappel.statistics;

import java.io.IOException;
import java.util.function.LongConsumer;

/** The lines of an export, in the words of its language. */
interface ExportLines {

    /** How many lines there will be, titles not counted; more may come while they are written. */
    long expected(Export export);

    /**
     * @param written is told how many lines there are, from time to time
     */
    void write(Export export, Sheet sheet, LongConsumer written) throws IOException;
}
