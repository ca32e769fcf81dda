package fr.rappel.calendar;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** Hours of their own for one date. */
@Entity
@Table(name = "calendar_exception")
class OpeningException {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    private LocalDate onDate;

    private String label;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "calendar_exception_interval",
            joinColumns = @JoinColumn(name = "exception_id", nullable = false))
    private Set<StoredInterval> intervals = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected OpeningException() {}

    /** @throws OverlappingIntervals if two intervals share a minute */
    @SuppressWarnings("NullAway.Init")
    OpeningException(AddException command) {
        onDate = command.date();
        label = command.label();
        OpenInterval.ofOneDay(command.intervals()).forEach(interval -> intervals.add(StoredInterval.of(interval)));
    }

    long id() {
        return id;
    }

    LocalDate date() {
        return onDate;
    }

    DatedException toDatedException() {
        return new DatedException(
                id,
                onDate,
                label,
                intervals.stream().map(StoredInterval::toOpenInterval).toList());
    }
}
