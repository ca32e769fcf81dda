package fr.rappel.followup.web;

import fr.rappel.followup.DocumentNotReadable;
import fr.rappel.followup.ReceivedDocument;
import fr.rappel.followup.VisitorDocuments;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * What visitors added, for agents: always downloaded, never shown in a page of ours, under a name of ours. A number that was
 * guessed and a document that may not be read have the same answer.
 */
@Controller
@RolesAllowed(Roles.AGENT)
class VisitorDocumentController {

    private static final Logger LOG = LoggerFactory.getLogger(VisitorDocumentController.class);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final VisitorDocuments documents;
    private final MessageSource messages;

    VisitorDocumentController(VisitorDocuments documents, MessageSource messages) {
        this.documents = documents;
        this.messages = messages;
    }

    @GetMapping("/console/pieces-recues/{id:[0-9]{1,18}}")
    ResponseEntity<InputStreamResource> download(@PathVariable long id) throws IOException {
        ReceivedDocument document = documents.readable(id);
        var contents = new InputStreamResource(documents.open(id));
        String disposition = ContentDisposition.attachment()
                .filename(document.fileName())
                .build()
                .toString();
        return ResponseEntity.ok()
                .headers(VisitorDocumentController::protect)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .contentType(MediaType.parseMediaType(document.type().mediaType()))
                .contentLength(document.size())
                .body(contents);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(DocumentNotReadable refusal) {
        return say(HttpStatus.NOT_FOUND, refusal.getDefaultMessage());
    }

    @ExceptionHandler
    ResponseEntity<String> away(IOException failure) {
        LOG.error("A visitor's document cannot be read", failure);
        return say(HttpStatus.SERVICE_UNAVAILABLE, "followup.VisitorDocumentController.away");
    }

    private ResponseEntity<String> say(HttpStatus status, String key) {
        return ResponseEntity.status(status)
                .headers(VisitorDocumentController::protect)
                .contentType(TEXT)
                .body(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }

    private static void protect(HttpHeaders headers) {
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.setCacheControl("private, no-store");
    }
}
