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
     * @throws Away if nobody is there to answer
     * @throws IOException if the contents cannot be read, or it cannot say
     */
    boolean isClean(InputStream contents) throws IOException;

    /** No document can be looked at for now. */
    final class Away extends IOException {

        Away(IOException cause) {
            super(cause);
        }
    }
}
