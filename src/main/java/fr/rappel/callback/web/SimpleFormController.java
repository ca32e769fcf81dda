package fr.rappel.callback.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.callback.CallbackIntake;
import fr.rappel.callback.Channel;
import fr.rappel.callback.Receipt;
import fr.rappel.callback.ReceiptLink;
import fr.rappel.callback.Submission;
import fr.rappel.callback.SubmissionKeyReused;
import fr.rappel.callback.SubmitCallback;
import fr.rappel.callback.TooManySubmissions;
import fr.rappel.faq.Readership;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.PageTokens;
import fr.rappel.shared.PageTokens.PageToken;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The form without script, session or cookie: the same command and messages as the other one. Its token says when the page
 * was made and gives the submission its key, so that a form sent twice is stored once.
 */
@Controller
@AnonymousAllowed
class SimpleFormController {

    static final String PATH = "/rappel/simple";

    private static final Logger LOG = LoggerFactory.getLogger(SimpleFormController.class);

    private final CallbackIntake intake;
    private final SimpleFormPage page;
    private final ReceiptLink receipts;
    private final Readership readership;
    private final PageTokens tokens;
    private final Clock clock;

    SimpleFormController(
            CallbackIntake intake,
            SimpleFormPage page,
            ReceiptLink receipts,
            Readership readership,
            PageTokens tokens,
            Clock clock) {
        this.intake = intake;
        this.page = page;
        this.receipts = receipts;
        this.readership = readership;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Violations are worded in the language of the page, whatever the browser prefers. */
    @ModelAttribute
    void inFrench() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
    }

    @GetMapping(PATH)
    ResponseEntity<String> form(@RequestParam Map<String, String> address) {
        return page.empty(tokens.issue(PATH), SimpleFormPage.from(address));
    }

    @PostMapping(PATH)
    ResponseEntity<String> send(@RequestParam Map<String, String> sent, HttpServletRequest request) {
        String token = sent.getOrDefault("jeton", "");
        Optional<PageToken> said = tokens.read(PATH, token);
        if (said.isEmpty()) {
            return page.again(
                    HttpStatus.UNPROCESSABLE_CONTENT, sent, tokens.issue(PATH), "callback.SimpleForm.expired");
        }
        try {
            Receipt receipt = intake.submit(command(sent), submission(said.get(), sent, request));
            readership.asked(SimpleFormPage.from(sent), receipt.replayed());
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create(receipts.pathOf(receipt.reference()) + "?fait=recu"))
                    .build();
        } catch (ConstraintViolationException refused) {
            List<FieldError> errors = FieldError.from(refused.getConstraintViolations());
            return page.again(sent, token, errors);
        } catch (TooManySubmissions refused) {
            return page.again(
                    HttpStatus.TOO_MANY_REQUESTS, sent, token, refused.getDefaultMessage(), refused.getArguments());
        } catch (SubmissionKeyReused edited) {
            // Back to a page that was sent already, and something else typed into it: a new request, if it is meant.
            return page.again(HttpStatus.CONFLICT, sent, tokens.issue(PATH), "callback.SimpleForm.alreadySent");
        } catch (NestedRuntimeException failure) {
            LOG.error("A call-back request could not be stored", failure);
            return page.again(HttpStatus.SERVICE_UNAVAILABLE, sent, token, "callback.CallbackForm.notStored");
        }
    }

    private static SubmitCallback command(Map<String, String> sent) {
        return new SubmitCallback(
                value(sent, "firstName"),
                value(sent, "lastName"),
                value(sent, "email"),
                value(sent, "siret"),
                value(sent, "region"),
                value(sent, "sector"),
                value(sent, "phone"),
                value(sent, "companySize"),
                value(sent, "topic"),
                value(sent, "message"),
                sent.containsKey("consent"));
    }

    private Submission submission(PageToken token, Map<String, String> sent, HttpServletRequest request) {
        Duration fillTime = Duration.between(token.issuedAt(), clock.instant());
        boolean trapFilled = !value(sent, "website").isEmpty();
        return new Submission(
                Channel.FORM, token.key(), request.getRemoteAddr(), trapFilled, fillTime, value(sent, "notice"));
    }

    private static String value(Map<String, String> sent, String name) {
        return sent.getOrDefault(name, "");
    }
}
