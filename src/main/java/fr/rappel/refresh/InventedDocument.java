package fr.rappel.refresh;

import fr.rappel.dossier.DocumentDirection;
import fr.rappel.dossier.DocumentKind;
import java.time.LocalDate;

/** A paper of an {@link InventedDossier}. */
record InventedDocument(String id, DocumentKind kind, DocumentDirection direction, LocalDate dated, String storageKey) {

    String name() {
        return kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "-" + id + ".pdf";
    }
}
