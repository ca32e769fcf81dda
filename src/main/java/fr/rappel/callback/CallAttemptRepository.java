package fr.rappel.callback;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface CallAttemptRepository extends Repository<CallAttempt, Long> {

    CallAttempt save(CallAttempt attempt);

    Optional<CallAttempt> findByIdAndRequestId(Long id, long requestId);

    Optional<CallAttempt> findByRequestIdAndEndedAtIsNull(long requestId);

    List<CallAttempt> findByRequestIdOrderByNumber(long requestId);

    int countByRequestId(long requestId);
}
