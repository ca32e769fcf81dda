package fr.rappel.followup;

import fr.rappel.shared.PageTokens;
import fr.rappel.shared.Sha256;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers which forms have acted, for as long as their pages are valid. */
@Component
class PostsDone {

    private final JdbcClient jdbc;
    private final Clock clock;

    PostsDone(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Notes, in the transaction of the caller, that a form acts.
     *
     * @param said what the form says: the same page with something else in it is another form
     * @return false if it has acted before
     */
    boolean first(Post post, Object said) {
        return jdbc.sql("insert into followup_post (post_key, done_at) values (:key, :now) on conflict do nothing")
                        .param("key", key(post, said))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether a form has acted. */
    boolean has(Post post, Object said) {
        return jdbc.sql("select 1 from followup_post where post_key = :key")
                .param("key", key(post, said))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Forgets those whose pages are no longer valid. */
    void forgetOld() {
        Instant before = clock.instant().minus(PageTokens.VALID_FOR.multipliedBy(2));
        jdbc.sql("delete from followup_post where done_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static String key(Post post, Object said) {
        return Sha256.hex(post.key() + "|" + said.getClass().getSimpleName() + "|" + said);
    }
}
