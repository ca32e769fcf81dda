package fr.rappel.api;

import fr.rappel.callback.Attempt;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackCalls;
import fr.rappel.callback.CallbackList;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.CallbackWork;
import fr.rappel.callback.ListFilter;
import fr.rappel.callback.ListOrder;
import fr.rappel.callback.ListView;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.RowPage;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.shared.Roles;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@RolesAllowed(Roles.AGENT)
@Tag(name = "Agents")
@SecurityRequirement(name = OpenApiDescription.BASIC)
class QueueController {

    private final CallbackList list;
    private final CallbackSheets sheets;
    private final CallbackWork work;
    private final CallbackCalls calls;

    QueueController(CallbackList list, CallbackSheets sheets, CallbackWork work, CallbackCalls calls) {
        this.list = list;
        this.sheets = sheets;
        this.work = work;
        this.calls = calls;
    }

    @GetMapping("/queue")
    @Operation(summary = "Requests whose turn has come, first first", description = "Pass `next` as `after` to go on.")
    QueuePage queue(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "" + CallbackList.PAGE_SIZE) int size) {
        RowPage page = list.page(ListFilter.of(ListView.TO_CALL), ListOrder.QUEUE, after, size);
        return new QueuePage(page.rows(), page.next());
    }

    @GetMapping("/callback-requests/{reference}")
    @Operation(summary = "One request")
    CallbackSheet open(@PathVariable String reference) {
        return sheets.open(reference);
    }

    @PostMapping("/callback-requests/{reference}/take")
    @Operation(summary = "Take a request; 409 with takenBy if somebody else was faster")
    CallbackRow take(@PathVariable String reference) {
        String key = sheets.open(reference).row().reference();
        work.take(key);
        return sheets.open(key).row();
    }

    @PostMapping("/callback-requests/{reference}/attempts")
    @Operation(summary = "Start a call; 423 with opensAt while the line is closed")
    ResponseEntity<Attempt> start(
            @PathVariable String reference, @RequestBody(required = false) @Nullable StartBody body) {
        Attempt attempt = calls.start(reference, body == null ? null : body.overrideReason());
        return ResponseEntity.created(
                        URI.create("/api/v1/callback-requests/" + reference + "/attempts/" + attempt.id()))
                .body(attempt);
    }

    @PostMapping("/callback-requests/{reference}/attempts/{id}/outcome")
    @Operation(summary = "Record how a call ended")
    CallbackRow end(@PathVariable String reference, @PathVariable long id, @RequestBody OutcomeBody body) {
        calls.end(reference, id, body.report());
        return sheets.open(reference).row();
    }

    /**
     * @param next cursor of the following page, null on the last
     */
    record QueuePage(List<CallbackRow> items, @Nullable String next) {}

    /**
     * @param overrideReason why a supervisor calls although the line is closed
     */
    record StartBody(@Nullable String overrideReason) {}

    /**
     * @param callAt moment of the next call, with CALL_LATER
     * @param answer what the visitor is told by mail of a closing
     * @param questions slugs of public questions that answer it
     */
    record OutcomeBody(
            @Nullable CallOutcome outcome,
            @Nullable String note,
            @Nullable Instant callAt,
            @Nullable String answer,
            @Nullable List<String> questions) {

        OutcomeReport report() {
            if (outcome == null) {
                throw new MissingField("outcome");
            }
            return new OutcomeReport(outcome, note, callAt, VisitorAnswer.of(answer, questions));
        }
    }
}
