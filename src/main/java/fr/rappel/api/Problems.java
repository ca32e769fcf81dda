package fr.rappel.api;

import fr.rappel.callback.AlreadyClosed;
import fr.rappel.callback.AlreadyTaken;
import fr.rappel.callback.AttemptEnded;
import fr.rappel.callback.CallInProgress;
import fr.rappel.callback.LineClosedForCalls;
import fr.rappel.callback.MalformedCursor;
import fr.rappel.callback.NotHolder;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.callback.TooManySubmissions;
import fr.rappel.dossier.DossierNotFound;
import fr.rappel.refresh.ImportNotFound;
import fr.rappel.refresh.ImportTooLarge;
import fr.rappel.refresh.UnknownImportKind;
import fr.rappel.shared.Refusal;
import fr.rappel.statistics.FiguresBeingCounted;
import java.time.Duration;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Turns expected refusals into RFC 9457 problem documents: one status per kind, the sentence in the reader's language. */
@Component
class Problems {

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    /** A problem whose title and sentence stand in the bundle of this module. */
    ProblemDetail of(HttpStatus status, String key) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(text("api.title." + status.value()));
        problem.setDetail(text("api.detail." + key));
        return problem;
    }

    ResponseEntity<ProblemDetail> of(Refusal refusal) {
        HttpStatus status = status(refusal);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(text("api.title." + status.value()));
        problem.setDetail(messages.getMessage(refusal, LocaleContextHolder.getLocale()));
        var answer = ResponseEntity.status(status);
        switch (refusal) {
            case AlreadyTaken taken -> problem.setProperty("takenBy", taken.takenBy());
            case NotHolder other -> other.takenBy().ifPresent(holder -> problem.setProperty("takenBy", holder));
            case LineClosedForCalls closed ->
                closed.opensAt().ifPresent(opensAt -> problem.setProperty("opensAt", opensAt));
            case TooManySubmissions many -> answer.header("Retry-After", seconds(many.retryAfter()));
            case FiguresBeingCounted counting -> answer.header("Retry-After", ApiRefusals.RETRY_SECONDS);
            default -> {
                // The sentence says it all.
            }
        }
        return answer.body(problem);
    }

    private static HttpStatus status(Refusal refusal) {
        return switch (refusal) {
            case AlreadyTaken taken -> HttpStatus.CONFLICT;
            case NotHolder other -> HttpStatus.CONFLICT;
            case AlreadyClosed closed -> HttpStatus.CONFLICT;
            case CallInProgress call -> HttpStatus.CONFLICT;
            case AttemptEnded ended -> HttpStatus.CONFLICT;
            case LineClosedForCalls closed -> HttpStatus.LOCKED;
            case RequestNotFound missing -> HttpStatus.NOT_FOUND;
            case ImportNotFound missing -> HttpStatus.NOT_FOUND;
            case DossierNotFound missing -> HttpStatus.NOT_FOUND;
            case UnknownImportKind unknown -> HttpStatus.NOT_FOUND;
            case ImportTooLarge large -> HttpStatus.CONTENT_TOO_LARGE;
            case MalformedCursor cursor -> HttpStatus.BAD_REQUEST;
            case TooManySubmissions many -> HttpStatus.TOO_MANY_REQUESTS;
            case FiguresBeingCounted counting -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private static String seconds(Duration wait) {
        return String.valueOf(Math.max(1, wait.plusMillis(999).toSeconds()));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
