package fr.rappel.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A paper of a dossier. Its contents are in the file store.
 *
 * @param id its number in the information system
 * @param name as its sender called it: text to show, never a path
 * @param mediaType as declared; what is served is what the contents are
 * @param dated day of the letter, or day it was handed in
 * @param storageKey where the file store has it; null while only its description is known
 * @param signed null while the source does not say
 */
public record DossierDocument(
        String id,
        String dossierNumber,
        DocumentKind kind,
        DocumentDirection direction,
        String name,
        @Nullable String mediaType,
        @Nullable Long sizeBytes,
        @Nullable String sha256,
        LocalDate dated,
        @Nullable String storageKey,
        @Nullable Boolean signed) {

    /** As whoever may not open it knows it: that it is there, and of which day. Its name may tell what it holds. */
    DossierDocument withheld() {
        return new DossierDocument(id, dossierNumber, kind, direction, "", null, null, null, dated, null, signed);
    }

    /** Whether its file is kept from the reader, who may not even know its name. */
    public boolean isWithheld() {
        return kind.isConfidential() && name.isEmpty();
    }
}
