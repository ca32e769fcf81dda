package fr.rappel.calendar;

import java.util.List;
import org.springframework.data.repository.Repository;

interface OpeningHoursRepository extends Repository<OpeningHours, Long> {

    List<OpeningHours> findAll();

    long count();

    OpeningHours save(OpeningHours hours);
}
