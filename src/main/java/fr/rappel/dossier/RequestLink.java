package fr.rappel.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a request is about.
 *
 * @param id number of the dossier or of the document
 * @param dossierNumber the dossier itself, or the document's; null once the copy no longer has it
 * @param document what the document is; null for a dossier
 * @param dated day of the document
 * @param by user name of who linked it
 */
public record RequestLink(
        Subject subject,
        String id,
        @Nullable String dossierNumber,
        @Nullable DocumentKind document,
        @Nullable LocalDate dated,
        String by,
        Instant at) {}
