package fr.rappel.callback;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CallbackRequestRepository extends Repository<CallbackRequest, Long> {

    CallbackRequest save(CallbackRequest request);

    Optional<CallbackRequest> findByReference(String reference);

    /** The same, and nobody else does anything with it until this transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<CallbackRequest> findLockedByReference(String reference);

    Optional<CallbackRequest> findBySubmissionKey(String submissionKey);

    @Query("""
            select new fr.rappel.callback.Visitor(r.reference, r.status, r.said.firstName, r.said.lastName, r.email, r.dueAt,
                   (select max(a.startedAt) from CallAttempt a where a.requestId = r.id))
              from CallbackRequest r where r.reference = :reference""")
    Optional<Visitor> findVisitor(String reference);

    /** Takes one named request if nobody holds it: 1 for the winner, 0 for everybody else. */
    @Modifying(clearAutomatically = true)
    @Query("""
            update CallbackRequest r
               set r.status = TAKEN, r.takenBy = :agent, r.takenAt = :now, r.touchedAt = :now, r.version = r.version + 1
             where r.reference = :reference and r.status in (WAITING, REVIEW)""")
    int take(String reference, String agent, Instant now);

    /** The first requests whose turn has come and which nobody else is taking at this moment, locked for us. */
    @NativeQuery("""
            select id, reference from callback_request
             where status = 'WAITING' and available_at <= :now
             order by available_at, id
             limit :most
             for update skip locked""")
    List<Locked> lockNext(Instant now, int most);

    /** Takes the request that {@link #lockNext} locked in this transaction. */
    @Modifying(clearAutomatically = true)
    @Query("""
            update CallbackRequest r
               set r.status = TAKEN, r.takenBy = :agent, r.takenAt = :now, r.touchedAt = :now, r.version = r.version + 1
             where r.id = :id and r.status = WAITING""")
    int takeLocked(Long id, String agent, Instant now);

    @Query("select r.reference from CallbackRequest r where r.status = TAKEN and r.touchedAt < :before")
    List<String> untouchedSince(Instant before);

    /** A request that nobody else can take until this transaction ends. */
    interface Locked {

        Long getId();

        String getReference();
    }
}
