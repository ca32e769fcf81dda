package fr.rappel.dossier;

import fr.rappel.files.ContentType;
import fr.rappel.files.FileStore;
import fr.rappel.files.Preview;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Opens the contents of documents. Whoever does says why, and that is recorded. */
@Service
@RolesAllowed(Roles.AGENT)
public class DocumentFiles {

    private final DossierReading reading;
    private final FileStore store;

    DocumentFiles(DossierReading reading, FileStore store) {
        this.reading = reading;
        this.store = store;
    }

    /**
     * The contents of the document of that number.
     *
     * @throws DossierNotFound if there is no such document
     * @throws ContentsWithheld if it holds bank details and the reader is no supervisor
     * @throws ContentsMissing if only its description is known
     * @throws IOException if the store does not answer
     */
    public DocumentFile file(String id, Purpose purpose) throws IOException {
        DossierDocument document = reading.document(id, purpose);
        if (document.isWithheld()) {
            throw new ContentsWithheld();
        }
        String key = document.storageKey();
        OptionalLong size = key == null ? OptionalLong.empty() : store.size(key);
        if (key == null || size.isEmpty()) {
            throw new ContentsMissing();
        }
        try {
            String mediaType = ContentType.of(store, key);
            boolean shown = Preview.isAllowed(store, key, mediaType);
            return new DocumentFile(document.name(), mediaType, key, size.getAsLong(), shown, store);
        } catch (NoSuchFileException e) {
            throw new ContentsMissing();
        }
    }
}
