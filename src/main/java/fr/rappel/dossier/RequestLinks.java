package fr.rappel.dossier;

import fr.rappel.callback.CallbackSheets;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which dossiers and documents a request is about: whoever holds it says so, or a supervisor. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class RequestLinks {

    private final JdbcClient jdbc;
    private final CallbackSheets requests;
    private final CurrentUser currentUser;
    private final Clock clock;

    RequestLinks(JdbcClient jdbc, CallbackSheets requests, CurrentUser currentUser, Clock clock) {
        this.jdbc = jdbc;
        this.requests = requests;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * Links a dossier to a request; linking it again changes nothing.
     *
     * @throws DossierNotFound if there is no such dossier
     * @throws fr.rappel.callback.RequestNotFound if there is no such request
     * @throws fr.rappel.callback.NotHolder if somebody else holds it, or nobody
     */
    public void linkDossier(String reference, String number) {
        link(reference, Subject.DOSSIER, number, "select 1 from dossier_dossier where number = :id");
    }

    /**
     * Links a document to a request; linking it again changes nothing.
     *
     * @throws DossierNotFound if there is no such document
     * @throws fr.rappel.callback.RequestNotFound if there is no such request
     * @throws fr.rappel.callback.NotHolder if somebody else holds it, or nobody
     */
    public void linkDocument(String reference, String id) {
        link(reference, Subject.DOCUMENT, id, "select 1 from dossier_document where id = :id");
    }

    /**
     * Takes a link away; what is not linked stays so.
     *
     * @throws fr.rappel.callback.RequestNotFound if there is no such request
     * @throws fr.rappel.callback.NotHolder if somebody else holds it, or nobody
     */
    public void unlink(String reference, Subject subject, String id) {
        requests.requireHeld(reference);
        jdbc.sql("""
                delete from dossier_link
                 where request_reference = :reference and subject = :subject and subject_id = :id""")
                .param("reference", reference)
                .param("subject", subject.name())
                .param("id", id)
                .update();
    }

    /** What the request is about, in the order in which it was linked. */
    @Transactional(readOnly = true)
    public List<RequestLink> of(String reference) {
        return jdbc.sql("""
                        select l.*, coalesce(d.number, t.dossier_number) as dossier_number, t.kind, t.dated
                          from dossier_link l
                          left join dossier_dossier d on l.subject = 'DOSSIER' and d.number = l.subject_id
                          left join dossier_document t on l.subject = 'DOCUMENT' and t.id = l.subject_id
                         where l.request_reference = :reference order by l.linked_at, l.subject, l.subject_id limit 100""")
                .param("reference", reference)
                .query(RequestLinks::read)
                .list();
    }

    private void link(String reference, Subject subject, String typed, String known) {
        requests.requireHeld(reference);
        String id = CleanText.clean(typed);
        if (jdbc.sql(known).param("id", id).query(Integer.class).optional().isEmpty()) {
            throw new DossierNotFound();
        }
        jdbc.sql("""
                insert into dossier_link (request_reference, subject, subject_id, linked_by, linked_at)
                values (:reference, :subject, :id, :by, :at) on conflict do nothing""")
                .param("reference", reference)
                .param("subject", subject.name())
                .param("id", id)
                .param("by", currentUser.username())
                .param("at", Readings.utc(clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .update();
    }

    private static RequestLink read(ResultSet result, int number) throws SQLException {
        return new RequestLink(
                Subject.valueOf(result.getString("subject")),
                result.getString("subject_id"),
                result.getString("dossier_number"),
                Optional.ofNullable(result.getString("kind"))
                        .map(DocumentKind::valueOf)
                        .orElse(null),
                result.getObject("dated", LocalDate.class),
                result.getString("linked_by"),
                result.getObject("linked_at", OffsetDateTime.class).toInstant());
    }
}
