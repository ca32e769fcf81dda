package fr.rappel.followup.web;

import fr.rappel.followup.DocumentRefused;
import fr.rappel.followup.FollowUp;
import fr.rappel.followup.LinkRefused;
import fr.rappel.followup.Post;
import fr.rappel.followup.SentDocument;
import fr.rappel.followup.TooManyTries;
import fr.rappel.followup.web.FollowUpPages.Unsent;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.PageTokens;
import fr.rappel.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.ConstraintViolationException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Takes the page's forms: a wrong one is shown again with everything that was typed. */
@Component
class FollowUpForms {

    private static final Logger LOG = LoggerFactory.getLogger(FollowUpForms.class);
    private static final String TOKEN = "jeton";

    private static final List<DateTimeFormatter> DAYS = Stream.of("uuuu-MM-dd", "d/M/uuuu")
            .map(pattern -> DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private final FollowUp followUp;
    private final FollowUpPages pages;
    private final PageTokens tokens;
    private final FollowUpWords words;

    FollowUpForms(FollowUp followUp, FollowUpPages pages, PageTokens tokens, FollowUpWords words) {
        this.followUp = followUp;
        this.pages = pages;
        this.tokens = tokens;
        this.words = words;
    }

    /**
     * Does what a form asks for.
     *
     * @param part name of the form
     * @param action gives the token of the link that leads to the page from then on
     */
    ResponseEntity<String> act(
            String part,
            String link,
            Map<String, String> sent,
            HttpServletRequest request,
            Function<Post, String> action) {
        try {
            return tryTo(part, link, sent, request.getRemoteAddr(), action);
        } catch (TooManyTries refusal) {
            return pages.later(refusal, part, link, sent);
        } catch (NestedRuntimeException failure) {
            LOG.error("What a visitor sent could not be stored", failure);
            return pages.later(part, link, sent);
        }
    }

    private ResponseEntity<String> tryTo(
            String part, String link, Map<String, String> sent, String address, Function<Post, String> action) {
        Optional<PageTokens.PageToken> token = tokens.read(FollowUpPages.page(link), sent.getOrDefault(TOKEN, ""));
        if (token.isEmpty()) {
            return again(HttpStatus.UNPROCESSABLE_CONTENT, part, link, sent, address, "followup.expired");
        }
        try {
            return to(action.apply(new Post(link, token.get().key(), address)), "?fait=" + part);
        } catch (ConstraintViolationException refused) {
            List<FieldError> errors = FieldError.from(refused.getConstraintViolations());
            return again(HttpStatus.UNPROCESSABLE_CONTENT, link, new Unsent(part, sent, errors, ""), address);
        } catch (LinkRefused | TooManyTries elsewhere) {
            throw elsewhere;
        } catch (Refusal refusal) {
            return again(
                    HttpStatus.CONFLICT,
                    part,
                    link,
                    sent,
                    address,
                    refusal.getDefaultMessage(),
                    refusal.getArguments());
        }
    }

    /** Keeps the documents of a form; those beside a refused one stay. */
    ResponseEntity<String> upload(String link, HttpServletRequest request) {
        String address = request.getRemoteAddr();
        try {
            var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
            if (multipart == null) {
                return again(
                        HttpStatus.UNPROCESSABLE_CONTENT, "documents", link, Map.of(), address, "followup.expired");
            }
            List<SentDocument> sent = multipart.getFiles("documents").stream()
                    .filter(file -> !file.isEmpty() || !name(file).isEmpty())
                    .map(file -> new SentDocument(name(file), file))
                    .toList();
            String token = Optional.ofNullable(request.getParameter(TOKEN)).orElse("");
            List<FieldError> errors = new ArrayList<>();
            var answer = act("documents", link, Map.of(TOKEN, token), request, post -> {
                if (sent.isEmpty()) {
                    throw new NothingChosen();
                }
                followUp.addDocuments(post, sent).forEach(refused -> errors.add(error(refused)));
                return link;
            });
            return errors.isEmpty() ? answer : notAll(HttpStatus.CONFLICT, link, errors, address);
        } catch (MultipartException tooBigOrBroken) {
            return again(HttpStatus.CONTENT_TOO_LARGE, "documents", link, Map.of(), address, "followup.tooBigTogether");
        } catch (UncheckedIOException full) {
            LOG.error("A visitor's document cannot be kept", full);
            return notAll(HttpStatus.INSUFFICIENT_STORAGE, link, List.of(error("followup.notKept")), address);
        }
    }

    private ResponseEntity<String> notAll(HttpStatus status, String link, List<FieldError> errors, String address) {
        return again(status, link, new Unsent("documents", Map.of(), errors, ""), address);
    }

    private FieldError error(DocumentRefused refused) {
        return error(refused.getDefaultMessage(), refused.getArguments());
    }

    private FieldError error(String code, Object... arguments) {
        return new FieldError("documents", code, words.text(code, arguments));
    }

    static ResponseEntity<String> to(String link, String query) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(FollowUpPages.page(link) + query))
                .build();
    }

    /**
     * A day as a date field sends it, or as one writes it.
     *
     * @return null if nothing was written
     * @throws UnreadableDay if it is no day
     */
    static @Nullable LocalDate day(Map<String, String> sent, String name) {
        String typed = sent.getOrDefault(name, "").strip();
        if (typed.isEmpty()) {
            return null;
        }
        for (DateTimeFormatter form : DAYS) {
            try {
                return LocalDate.parse(typed, form);
            } catch (DateTimeParseException other) {
                continue;
            }
        }
        throw new UnreadableDay();
    }

    /** One of the choices, null if it is none of them. */
    static <E extends Enum<E>> @Nullable E choice(Class<E> choices, Map<String, String> sent, String name) {
        String chosen = sent.getOrDefault(name, "");
        return Stream.of(choices.getEnumConstants())
                .filter(choice -> choice.name().equals(chosen))
                .findFirst()
                .orElse(null);
    }

    /** The satisfaction that was chosen, null if none was. */
    static @Nullable Integer score(Map<String, String> sent) {
        String chosen = sent.getOrDefault("score", "");
        return chosen.matches("\\d{1,3}") ? Integer.valueOf(chosen) : null;
    }

    /** Number of a thing on the page; 0, which nothing has, if it is none. */
    static long id(Map<String, String> sent) {
        String given = sent.getOrDefault("id", "");
        return given.matches("\\d{1,18}") ? Long.parseLong(given) : 0;
    }

    private ResponseEntity<String> again(
            HttpStatus status,
            String part,
            String link,
            Map<String, String> typed,
            String address,
            String problem,
            Object... arguments) {
        return again(status, link, new Unsent(part, typed, List.of(), words.text(problem, arguments)), address);
    }

    private ResponseEntity<String> again(HttpStatus status, String link, Unsent unsent, String address) {
        return pages.page(status, link, followUp.open(link, address), unsent, "");
    }

    private static String name(MultipartFile file) {
        return Optional.ofNullable(file.getOriginalFilename()).orElse("");
    }

    /** The form was sent without a document. */
    private static final class NothingChosen extends Refusal {

        NothingChosen() {
            super("followup.NothingChosen");
        }
    }
}
