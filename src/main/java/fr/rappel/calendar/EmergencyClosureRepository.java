package fr.rappel.calendar;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface EmergencyClosureRepository extends Repository<EmergencyClosure, Long> {

    List<EmergencyClosure> findAllByOrderById();

    /** The latest closure, the only one that may still run. */
    Optional<EmergencyClosure> findFirstByOrderByIdDesc();

    EmergencyClosure save(EmergencyClosure closure);
}
