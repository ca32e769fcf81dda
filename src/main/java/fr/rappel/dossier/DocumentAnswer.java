package fr.rappel.dossier;

import fr.rappel.callback.CallbackWork;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenTime;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Here is the letter": answers a request by a document, in one go. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class DocumentAnswer {

    private final DossierReading reading;
    private final RequestLinks links;
    private final CallbackWork work;
    private final MessageSource messages;

    DocumentAnswer(DossierReading reading, RequestLinks links, CallbackWork work, MessageSource messages) {
        this.reading = reading;
        this.links = links;
        this.work = work;
        this.messages = messages;
    }

    /**
     * Notes on the request that this document answers it, and links both it and its dossier to the request.
     *
     * @param reference as stored, not as typed
     * @throws DossierNotFound if there is no such document
     * @throws fr.rappel.callback.RequestNotFound if there is no such request
     * @throws fr.rappel.callback.NotHolder if the reader neither holds it nor is a supervisor
     */
    public void give(String reference, String documentId) {
        DossierDocument document = reading.document(documentId, Purpose.request(reference));
        links.linkDossier(reference, document.dossierNumber());
        links.linkDocument(reference, document.id());
        work.addNote(reference, note(document));
    }

    /** Notes are kept as written: in the language of the line. */
    private String note(DossierDocument document) {
        String kind = messages.getMessage(document.kind().messageKey(), null, Locale.FRENCH);
        Object[] named = {kind, SpokenTime.in(Locale.FRENCH).dateWithYear(document.dated()), document.dossierNumber()};
        return messages.getMessage("dossier.DocumentAnswer.note", named, Locale.FRENCH);
    }
}
