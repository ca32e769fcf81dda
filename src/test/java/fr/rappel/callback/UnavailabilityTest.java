package fr.rappel.callback;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnavailabilityTest {

    private static final LocalDate TUESDAY = LocalDate.parse("2026-03-03");

    @ParameterizedTest
    @CsvSource({
        "ALL_DAY, 2026-03-02T23:59, false, ",
        "ALL_DAY, 2026-03-03T00:00, true, 2026-03-05T00:00",
        "ALL_DAY, 2026-03-04T23:59, true, 2026-03-05T00:00",
        "ALL_DAY, 2026-03-05T00:00, false, ",
        "MORNING, 2026-03-03T12:59, true, 2026-03-03T13:00",
        "MORNING, 2026-03-03T13:00, false, ",
        "MORNING, 2026-03-04T09:00, true, 2026-03-04T13:00",
        "AFTERNOON, 2026-03-03T12:59, false, ",
        "AFTERNOON, 2026-03-03T13:00, true, 2026-03-04T00:00",
    })
    void coversHalfDays(DayPart part, LocalDateTime moment, boolean covered, LocalDateTime end) {
        var twoDays = new Unavailability(1, TUESDAY, TUESDAY.plusDays(1), part);
        assertThat(twoDays.covers(moment)).isEqualTo(covered);
        if (covered) {
            assertThat(twoDays.endAfter(moment)).isEqualTo(end);
        }
    }
}
