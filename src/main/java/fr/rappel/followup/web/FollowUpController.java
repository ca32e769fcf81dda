package fr.rappel.followup.web;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.callback.AddMessage;
import fr.rappel.callback.DayPart;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.callback.PhoneCorrection;
import fr.rappel.callback.Rate;
import fr.rappel.callback.SayUnavailable;
import fr.rappel.followup.FollowUp;
import fr.rappel.followup.LinkRefused;
import fr.rappel.followup.TooManyTries;
import fr.rappel.followup.web.FollowUpPages.Unsent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind a link, and its forms. Each form that was accepted leads back to the page, so that nothing is sent again. */
@Controller
@AnonymousAllowed
class FollowUpController {

    private static final String LINK = "/suivi/{link}";

    private final FollowUp followUp;
    private final FollowUpPages pages;
    private final FollowUpForms forms;

    FollowUpController(FollowUp followUp, FollowUpPages pages, FollowUpForms forms) {
        this.followUp = followUp;
        this.pages = pages;
        this.forms = forms;
    }

    /** Violations are worded in the language of the page, whatever the browser prefers. */
    @ModelAttribute
    void inFrench() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
    }

    /**
     * @param done name of the form that was just accepted
     */
    @GetMapping(LINK)
    ResponseEntity<String> page(
            @PathVariable String link,
            @RequestParam(name = "fait", defaultValue = "") String done,
            HttpServletRequest request) {
        return pages.page(HttpStatus.OK, link, followUp.open(link, request.getRemoteAddr()), Unsent.NOTHING, done);
    }

    @GetMapping(LINK + "/{end:annuler|resolu}")
    ResponseEntity<String> confirmation(
            @PathVariable String link, @PathVariable String end, HttpServletRequest request) {
        var followed = followUp.open(link, request.getRemoteAddr());
        return followed.state().closedAt() == null
                ? pages.confirmation(link, followed, end.equals("resolu"))
                : FollowUpForms.to(link, "");
    }

    /** Where a form that was refused is shown again: whoever comes back to that address finds the page. */
    @GetMapping(LINK + "/{form:telephone|email|message|indisponible|disponible|avis|documents}")
    ResponseEntity<String> back(@PathVariable String link, HttpServletRequest request) {
        followUp.open(link, request.getRemoteAddr());
        return FollowUpForms.to(link, "");
    }

    /** Other addresses lead nowhere, and would otherwise fall to Vaadin's servlet and its session. */
    @GetMapping({"/suivi", "/suivi/", LINK + "/**"})
    ResponseEntity<String> nothingThere(HttpServletRequest request) {
        followUp.open("", request.getRemoteAddr());
        throw new IllegalStateException("An empty link leads nowhere");
    }

    @PostMapping({"/suivi", "/suivi/", LINK, LINK + "/**"})
    ResponseEntity<String> nothingTaken(HttpServletRequest request) {
        return nothingThere(request);
    }

    @PostMapping(LINK + "/{end:annuler|resolu}")
    ResponseEntity<String> close(
            @PathVariable String link,
            @PathVariable String end,
            @RequestParam Map<String, String> sent,
            HttpServletRequest request) {
        return forms.act(end, link, sent, request, post -> {
            followUp.close(post, end.equals("resolu"));
            return link;
        });
    }

    @PostMapping(LINK + "/telephone")
    ResponseEntity<String> correctPhone(
            @PathVariable String link, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        return forms.act("telephone", link, sent, request, post -> {
            followUp.correctPhone(post, new PhoneCorrection(sent.getOrDefault("phone", "")));
            return link;
        });
    }

    @PostMapping(LINK + "/email")
    ResponseEntity<String> correctEmail(
            @PathVariable String link, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        return forms.act(
                "email",
                link,
                sent,
                request,
                post -> followUp.correctEmail(post, new EmailCorrection(sent.getOrDefault("email", ""))));
    }

    @PostMapping(LINK + "/message")
    ResponseEntity<String> addMessage(
            @PathVariable String link, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        return forms.act("message", link, sent, request, post -> {
            followUp.addMessage(post, new AddMessage(sent.getOrDefault("text", "")));
            return link;
        });
    }

    @PostMapping(LINK + "/indisponible")
    ResponseEntity<String> sayUnavailable(
            @PathVariable String link, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        return forms.act("indisponible", link, sent, request, post -> {
            followUp.sayUnavailable(
                    post,
                    new SayUnavailable(
                            FollowUpForms.day(sent, "firstDay"),
                            FollowUpForms.day(sent, "lastDay"),
                            FollowUpForms.choice(DayPart.class, sent, "part")));
            return link;
        });
    }

    @PostMapping(LINK + "/disponible")
    ResponseEntity<String> withdrawUnavailability(
            @PathVariable String link, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        return forms.act("disponible", link, sent, request, post -> {
            followUp.withdrawUnavailability(post, FollowUpForms.id(sent));
            return link;
        });
    }

    @PostMapping(LINK + "/avis")
    ResponseEntity<String> rate(
            @PathVariable String link, @RequestParam Map<String, String> sent, HttpServletRequest request) {
        return forms.act("avis", link, sent, request, post -> {
            followUp.rate(post, new Rate(FollowUpForms.score(sent), sent.getOrDefault("comment", "")));
            return link;
        });
    }

    @PostMapping(LINK + "/documents")
    ResponseEntity<String> addDocuments(@PathVariable String link, HttpServletRequest request) {
        // Before a byte of the body is read.
        followUp.open(link, request.getRemoteAddr());
        return forms.upload(link, request);
    }

    @ExceptionHandler
    ResponseEntity<String> refused(LinkRefused refusal) {
        return pages.refused();
    }

    @ExceptionHandler
    ResponseEntity<String> refused(TooManyTries refusal) {
        return pages.refused(refusal);
    }
}
