package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which week, month or quarter is over on which day. */
class ReportCadenceTest {

    @ParameterizedTest
    @CsvSource({
        "WEEK, 2026-03-01, 2026-02-16, 2026-02-22",
        "WEEK, 2026-03-02, 2026-02-23, 2026-03-01",
        "WEEK, 2026-03-08, 2026-02-23, 2026-03-01",
        "WEEK, 2027-01-03, 2026-12-21, 2026-12-27",
        "WEEK, 2027-01-04, 2026-12-28, 2027-01-03",
        "MONTH, 2024-03-01, 2024-02-01, 2024-02-29",
        "MONTH, 2026-03-31, 2026-02-01, 2026-02-28",
        "MONTH, 2027-01-01, 2026-12-01, 2026-12-31",
        "QUARTER, 2026-06-30, 2026-01-01, 2026-03-31",
        "QUARTER, 2026-07-01, 2026-04-01, 2026-06-30",
        "QUARTER, 2027-01-01, 2026-10-01, 2026-12-31"
    })
    void theLatestThatIsOver(ReportCadence cadence, LocalDate day, LocalDate from, LocalDate to) {
        assertThat(cadence.finishedBefore(day)).isEqualTo(new Period(from, to));
        assertThat(cadence.containing(from)).isEqualTo(new Period(from, to));
        assertThat(cadence.containing(to)).isEqualTo(new Period(from, to));
        assertThat(cadence.containing(day).from()).isEqualTo(to.plusDays(1));
    }
}
