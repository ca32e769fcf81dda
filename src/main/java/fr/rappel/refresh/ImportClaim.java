package fr.rappel.refresh;

import java.nio.charset.Charset;

/**
 * The right to go on with a run, as long as nobody takes it over.
 *
 * @param token what the run carries while the right lasts
 */
record ImportClaim(
        long id,
        ImportKind kind,
        String spool,
        Charset charset,
        long nextByte,
        long nextLine,
        long rowsRefused,
        String token) {}
