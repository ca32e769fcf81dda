package fr.rappel.api;

import fr.rappel.shared.Database;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.Refusal;
import jakarta.validation.ConstraintViolationException;
import java.time.DateTimeException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every answer that is not the expected one, as a problem document. Logs never hold what was refused. */
@RestControllerAdvice(basePackages = "fr.rappel.api")
class ApiExceptionHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ApiExceptionHandler.class);

    private final Problems problems;
    private final MessageSource messages;

    ApiExceptionHandler(Problems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        return problems.of(refusal);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(ConstraintViolationException violations) {
        return invalid(FieldError.from(violations.getConstraintViolations()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingField missing) {
        return invalid(List.of(error(String.valueOf(missing.getMessage()), "REQUIRED")));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidHeader header) {
        return invalid(List.of(error(header.header(), header.code())));
    }

    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void notAllowed(RuntimeException refused) {
        // Security's own filters know whether to ask for a password or to refuse.
        throw refused;
    }

    /** A date or an instant beyond what calendars know. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> malformed(DateTimeException outOfRange) {
        return ResponseEntity.badRequest().body(problems.of(HttpStatus.BAD_REQUEST, "malformed"));
    }

    /** Two did the same thing at the same moment: whoever was slower looks again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> overtaken(ConcurrencyFailureException slower) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(problems.of(HttpStatus.CONFLICT, "status.409"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(Exception failure) {
        if (Database.isAway(failure)) {
            return unavailable(failure);
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, failure);
        ProblemDetail problem = problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "unexpected");
        problem.setProperty("reference", reference);
        return ResponseEntity.internalServerError().body(problem);
    }

    /** Nothing is acknowledged, and trying again is right: the same key never stores twice. */
    private ResponseEntity<ProblemDetail> unavailable(Exception failure) {
        LOG.error(
                "The database does not answer: {}",
                NestedExceptionUtils.getMostSpecificCause(failure).toString());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, ApiRefusals.RETRY_SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "status.503"));
    }

    /** What the framework refuses before a controller is reached: malformed JSON, wrong type, wrong method… */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode code, WebRequest request) {
        HttpStatus status = HttpStatus.valueOf(code.value());
        String key = status == HttpStatus.BAD_REQUEST ? "malformed" : "status." + status.value();
        return ResponseEntity.status(status).headers(headers).body(problems.of(status, key));
    }

    private ResponseEntity<ProblemDetail> invalid(List<FieldError> errors) {
        ProblemDetail problem = problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid");
        problem.setProperty("errors", errors);
        return ResponseEntity.unprocessableContent().body(problem);
    }

    private FieldError error(String field, String code) {
        return new FieldError(field, code, messages.getMessage(code, null, LocaleContextHolder.getLocale()));
    }
}
