package fr.rappel.callback;

import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens one request. Looking at it reserves nothing. */
@Service
@Transactional(readOnly = true)
@RolesAllowed(Roles.AGENT)
public class CallbackSheets {

    private static final int MAX_OTHERS = 20;

    private final JdbcClient jdbc;
    private final CallAttemptRepository attempts;
    private final Timeline timeline;
    private final Unavailabilities unavailabilities;
    private final CurrentUser currentUser;

    CallbackSheets(
            JdbcClient jdbc,
            CallAttemptRepository attempts,
            Timeline timeline,
            Unavailabilities unavailabilities,
            CurrentUser currentUser) {
        this.jdbc = jdbc;
        this.attempts = attempts;
        this.timeline = timeline;
        this.unavailabilities = unavailabilities;
        this.currentUser = currentUser;
    }

    /**
     * The request of that reference, typed in any case, with or without separators.
     *
     * @throws RequestNotFound if there is none
     */
    public CallbackSheet open(String reference) {
        String key = References.parse(reference).orElseThrow(RequestNotFound::new);
        return jdbc.sql("select " + CallbackRows.COLUMNS + """
                        , r.email, r.message, r.channel, r.taken_at, r.closed_at
                          from callback_request r where r.reference = :reference""")
                .param("reference", key)
                .query((result, number) -> sheet(result))
                .optional()
                .orElseThrow(RequestNotFound::new);
    }

    /**
     * Says that something is done for the request of that reference, as it is stored, by whoever holds it. A supervisor
     * may do it for anybody's.
     *
     * @throws RequestNotFound if there is none
     * @throws NotHolder if somebody else holds it, or nobody
     */
    public void requireHeld(String reference) {
        String holder = holder(reference).orElseThrow(RequestNotFound::new);
        if (!isTheirs(holder)) {
            throw new NotHolder(holder.isEmpty() ? null : holder);
        }
    }

    /** Whether {@link #requireHeld} would let them, asked before anything is done; never of what does not exist. */
    public boolean isHeld(String reference) {
        return holder(reference).filter(this::isTheirs).isPresent();
    }

    /** Who holds it, empty for nobody; none if there is no such request. */
    private Optional<String> holder(String reference) {
        return jdbc.sql("select coalesce(taken_by, '') from callback_request where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .optional();
    }

    private boolean isTheirs(String holder) {
        return holder.equals(currentUser.username()) || currentUser.hasRole(Roles.SUPERVISOR);
    }

    private CallbackSheet sheet(ResultSet result) throws SQLException {
        CallbackRow row = CallbackRows.read(result);
        long id = result.getLong("id");
        return new CallbackSheet(
                row,
                result.getString("email"),
                result.getString("message"),
                Channel.valueOf(result.getString("channel")),
                instant(result.getObject("taken_at", OffsetDateTime.class)),
                instant(result.getObject("closed_at", OffsetDateTime.class)),
                attemptsOf(id),
                timeline.of(id),
                unavailabilities.of(id),
                others(row));
    }

    private List<Attempt> attemptsOf(long id) {
        return attempts.findByRequestIdOrderByNumber(id).stream()
                .map(CallAttempt::toAttempt)
                .toList();
    }

    private List<CallbackRow> others(CallbackRow row) {
        return jdbc.sql(CallbackRows.SELECT + """
                         where r.id in (select h.id from callback_request h where h.siren = :siren
                                        union
                                        select h.id from callback_request h where h.phone = :phone)
                           and r.reference <> :reference
                         order by r.received_at desc limit :limit""")
                .param("siren", row.siret().substring(0, 9))
                .param("phone", row.phone())
                .param("reference", row.reference())
                .param("limit", MAX_OTHERS)
                .query((result, number) -> CallbackRows.read(result))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return Optional.ofNullable(time).map(OffsetDateTime::toInstant).orElse(null);
    }
}
