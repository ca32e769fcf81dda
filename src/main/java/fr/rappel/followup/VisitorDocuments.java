package fr.rappel.followup;

import fr.rappel.files.FileStore;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents that visitors added, for those who answer them. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.AGENT)
public class VisitorDocuments {

    private final DocumentRows rows;
    private final FileStore files;

    VisitorDocuments(DocumentRows rows, FileStore files) {
        this.rows = rows;
        this.files = files;
    }

    /** Those of one request, in the order in which they came. */
    public List<ReceivedDocument> of(String reference) {
        return rows.of(reference);
    }

    /**
     * One document that may be read.
     *
     * @throws DocumentNotReadable if there is none of that number, or it may not be read yet, or ever
     */
    public ReceivedDocument readable(long id) {
        return find(id).document();
    }

    /**
     * The contents of a document.
     *
     * @throws DocumentNotReadable if there is none of that number, or it may not be read yet, or ever
     * @throws IOException if the store does not answer
     */
    public InputStream open(long id) throws IOException {
        DocumentRows.Stored stored = find(id);
        return files.open(stored.key(), 0, stored.document().size());
    }

    private DocumentRows.Stored find(long id) {
        return rows.find(id)
                .filter(stored -> stored.document().state().isReadable())
                .orElseThrow(DocumentNotReadable::new);
    }
}
