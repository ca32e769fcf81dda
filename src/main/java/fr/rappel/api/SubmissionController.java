package fr.rappel.api;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.callback.CallbackIntake;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.callback.Receipt;
import fr.rappel.callback.Submission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/callback-requests")
@AnonymousAllowed
@Tag(name = "Visitors")
class SubmissionController {

    private static final int MAX_KEY_LENGTH = 200;

    private final CallbackIntake intake;

    SubmissionController(CallbackIntake intake) {
        this.intake = intake;
    }

    @PostMapping
    @Operation(
            summary = "Ask to be called back",
            description = "The same Idempotency-Key with the same contents answers 200 and the same reference.")
    ResponseEntity<Accepted> submit(
            @RequestBody CallbackSubmissionBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            HttpServletRequest request) {
        if (key != null && (key.isBlank() || key.length() > MAX_KEY_LENGTH)) {
            throw new InvalidHeader("Idempotency-Key", "MALFORMED");
        }
        Receipt receipt = intake.submit(body.toCommand(), Submission.api(key, request.getRemoteAddr()));
        return ResponseEntity.status(receipt.replayed() ? HttpStatus.OK : HttpStatus.CREATED)
                .location(URI.create("/api/v1/callback-requests/" + receipt.reference()))
                .body(new Accepted(receipt.reference(), receipt.status(), receipt.receivedAt()));
    }

    record Accepted(String reference, CallbackStatus status, Instant receivedAt) {
        /** A robot is not told that it was recognised. */
        Accepted {
            status = status == CallbackStatus.REVIEW ? CallbackStatus.WAITING : status;
        }
    }
}
