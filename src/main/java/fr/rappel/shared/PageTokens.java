package fr.rappel.shared;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Signed tokens that pages without session carry in their forms. Only a page of ours has one that is right for its
 * address, hence a foreign page cannot send its forms.
 */
@Component
public class PageTokens {

    /** How long a form may be sent after its page was opened. */
    public static final Duration VALID_FOR = Duration.ofHours(24);

    /**
     * What a token says.
     *
     * @param key of the page: what is sent twice carries the same
     * @param issuedAt when the page was made, to the millisecond
     */
    public record PageToken(String key, Instant issuedAt) {}

    private final Seal seal;
    private final Clock clock;

    PageTokens(InstallationKey key, Clock clock) {
        this.seal = key.seal("page");
        this.clock = clock;
    }

    /**
     * A token for a page that is made now.
     *
     * @param page its address or what else tells it from others
     */
    public String issue(String page) {
        String said = clock.instant().toEpochMilli() + "." + UUID.randomUUID();
        return said + "." + seal.sign(page + "|" + said);
    }

    /** What a token says; empty if we did not make it, made it for another page, or too long ago. */
    public Optional<PageToken> read(String page, String token) {
        int dot = token.lastIndexOf('.');
        if (dot < 0 || !seal.matches(page + "|" + token.substring(0, dot), token.substring(dot + 1))) {
            return Optional.empty();
        }
        int first = token.indexOf('.');
        Instant issuedAt = Instant.ofEpochMilli(Long.parseLong(token, 0, first, 10));
        return Optional.of(new PageToken(token.substring(first + 1, dot), issuedAt))
                .filter(said -> clock.instant().isBefore(issuedAt.plus(VALID_FOR)));
    }
}
