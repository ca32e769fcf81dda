package fr.rappel.callback;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CallbackFactRepository extends Repository<CallbackFact, Long> {

    CallbackFact save(CallbackFact fact);

    List<CallbackFact> findByRequestIdOrderById(long requestId);
}
