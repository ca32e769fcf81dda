package fr.rappel.callback;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rating of each request, as it stands. */
@Component
class Ratings {

    private final JdbcClient jdbc;

    Ratings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Rating> of(long requestId) {
        return jdbc.sql("select score, comment, given_at from callback_rating where request_id = :request")
                .param("request", requestId)
                .query((result, number) -> new Rating(
                        result.getInt("score"),
                        result.getString("comment"),
                        result.getObject("given_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Stores it in place of the one before. */
    void put(long requestId, Rating rating) {
        jdbc.sql("delete from callback_rating where request_id = :request")
                .param("request", requestId)
                .update();
        jdbc.sql("""
                insert into callback_rating (request_id, score, comment, given_at)
                values (:request, :score, :comment, :at)""")
                .param("request", requestId)
                .param("score", rating.score())
                .param("comment", rating.comment())
                .param("at", CallbackList.utc(rating.givenAt()))
                .update();
    }
}
