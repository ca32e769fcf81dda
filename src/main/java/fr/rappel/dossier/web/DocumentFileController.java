package fr.rappel.dossier.web;

import fr.rappel.callback.NotHolder;
import fr.rappel.dossier.ContentsWithheld;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DocumentFile;
import fr.rappel.dossier.DocumentFiles;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.StatedPurpose;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The contents of a document: shown in a frame of our own pages or downloaded, never run and never kept on the way. The
 * answer to a number that was guessed and to one that has no contents is a sentence, with the same protection.
 */
@Controller
@RolesAllowed(Roles.AGENT)
class DocumentFileController {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentFileController.class);

    private static final String NOTHING =
            "default-src 'none'; base-uri 'none'; form-action 'none'; " + "frame-ancestors 'self'";

    /** Some browsers draw a PDF by a page of their own, which has styles and cannot live in a sandbox. */
    private static final String PDF_POLICY = NOTHING + "; style-src 'unsafe-inline'";

    private static final String POLICY = NOTHING + "; sandbox";

    private final DocumentFiles files;
    private final MessageSource messages;

    DocumentFileController(DocumentFiles files, MessageSource messages) {
        this.files = files;
        this.messages = messages;
    }

    /**
     * @param download there, with any value, if it is not to be shown
     */
    @GetMapping(CopyAddress.FILES)
    void serve(
            @RequestParam(name = CopyAddress.NUMBER, defaultValue = "") String id,
            @RequestParam(name = StatedPurpose.REQUEST, required = false) @Nullable String request,
            @RequestParam(name = StatedPurpose.REASON, required = false) @Nullable String reason,
            @RequestParam(name = CopyAddress.DOWNLOAD, required = false) @Nullable String download,
            HttpServletRequest asked,
            HttpServletResponse response)
            throws IOException {
        Purpose purpose = StatedPurpose.of(request, reason).orElseThrow(PurposeMissing::new);
        DocumentFile file = files.file(id, purpose);
        Optional<Part> part = part(asked, file.size());
        if (part.isEmpty()) {
            protect(response, POLICY);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + file.size());
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            return;
        }
        try (InputStream contents = file.open(part.get().from(), part.get().length())) {
            describe(response, file, file.isShown() && download == null, part.get());
            if (!HttpMethod.HEAD.matches(asked.getMethod())) {
                contents.transferTo(response.getOutputStream());
            }
        }
    }

    @ExceptionHandler
    void refused(Refusal refusal, HttpServletResponse response) throws IOException {
        int status = switch (refusal) {
            case PurposeMissing unstated -> HttpServletResponse.SC_BAD_REQUEST;
            case ContentsWithheld reserved -> HttpServletResponse.SC_FORBIDDEN;
            case NotHolder other -> HttpServletResponse.SC_FORBIDDEN;
            default -> HttpServletResponse.SC_NOT_FOUND;
        };
        say(
                response,
                status,
                refusal instanceof NotHolder ? "dossier.DocumentFileController.notHeld" : refusal.getDefaultMessage());
    }

    /** The store is away, or else the reader is: then there is nobody to tell. */
    @ExceptionHandler
    void interrupted(IOException failure, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            LOG.error("The contents of a document cannot be read", failure);
            say(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "dossier.DocumentFileController.away");
        }
    }

    /** A part asked for on a condition may be of older contents: without a validator the whole is the answer. */
    private static Optional<Part> part(HttpServletRequest asked, long size) {
        boolean plain = HttpMethod.GET.matches(asked.getMethod()) && asked.getHeader(HttpHeaders.IF_RANGE) == null;
        return plain ? Part.of(asked.getHeader(HttpHeaders.RANGE), size) : Optional.of(Part.whole(size));
    }

    private static void describe(HttpServletResponse response, DocumentFile file, boolean inline, Part part) {
        boolean pdf = inline && file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
        protect(response, pdf ? PDF_POLICY : POLICY);
        // What the page does not show is only bytes to the browser, whatever it might make of the type.
        response.setContentType(file.isShown() ? file.mediaType() : MediaType.APPLICATION_OCTET_STREAM_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, SafeName.disposition(inline, file.name(), file.mediaType()));
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setContentLengthLong(part.length());
        if (part.asked()) {
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader(HttpHeaders.CONTENT_RANGE, part.contentRange());
        }
    }

    /** In place of what the console's pages say: only this may stand in a frame, and only in one of ours. */
    private static void protect(HttpServletResponse response, String policy) {
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private void say(HttpServletResponse response, int status, String key) throws IOException {
        protect(response, POLICY);
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_PLAIN_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(messages.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
