package fr.rappel.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.repository.Repository;

interface OpeningExceptionRepository extends Repository<OpeningException, Long> {

    @EntityGraph(attributePaths = "intervals")
    List<OpeningException> findAll();

    Optional<OpeningException> findById(long id);

    boolean existsByOnDate(LocalDate date);

    OpeningException save(OpeningException exception);

    void delete(OpeningException exception);
}
