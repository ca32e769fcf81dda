package fr.rappel.followup;

import java.io.IOException;
import java.io.InputStream;

/** Looks for malware. */
interface VirusScanner {

    /** Whether this installation has one. */
    boolean isThere();

    /**
     * Whether the contents are harmless, as far as it knows.
     *
     * @throws IOException if it does not answer, or cannot say
     */
    boolean isClean(InputStream contents) throws IOException;
}
