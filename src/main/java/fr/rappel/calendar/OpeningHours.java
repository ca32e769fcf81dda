package fr.rappel.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.Immutable;

/** The weekly hours valid from a date. Never altered: other hours get a later date, so that the past keeps its own. */
@Entity
@Immutable
@Table(name = "calendar_opening_hours")
class OpeningHours {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private LocalDate validFrom;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(
            name = "calendar_opening_hours_interval",
            joinColumns = @JoinColumn(name = "opening_hours_id", nullable = false))
    private Set<WeekdayInterval> intervals = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    protected OpeningHours() {}

    @SuppressWarnings("NullAway.Init")
    OpeningHours(WeeklyHours hours) {
        validFrom = hours.validFrom();
        hours.days().forEach((day, open) -> open.forEach(interval -> intervals.add(WeekdayInterval.of(day, interval))));
    }

    WeeklyHours toWeeklyHours() {
        return new WeeklyHours(
                validFrom,
                intervals.stream()
                        .collect(groupingBy(WeekdayInterval::day, mapping(WeekdayInterval::toOpenInterval, toList()))));
    }
}
