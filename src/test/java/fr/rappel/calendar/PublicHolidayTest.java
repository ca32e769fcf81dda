package fr.rappel.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicHolidayTest {

    @Test
    void areTheElevenNationalDaysOfTheReferenceData() {
        var expected = ReferenceData.csv("jours-feries.csv").stream()
                .filter(line -> line.get("zone").equals("NATIONAL"))
                .collect(Collectors.toMap(
                        line -> LocalDate.parse(line.get("date")),
                        line -> line.get("name"),
                        (a, b) -> a,
                        TreeMap::new));
        assertThat(expected).hasSize(7 * 11);

        Map<LocalDate, String> computed = new TreeMap<>();
        LocalDate.of(2024, 1, 1)
                .datesUntil(LocalDate.of(2031, 1, 1))
                .forEach(day -> Arrays.stream(PublicHoliday.values())
                        .filter(holiday -> holiday.isOn(day))
                        .forEach(holiday -> computed.put(day, holiday.frenchName())));

        assertThat(computed).isEqualTo(expected);
    }

    /** Earliest and latest possible Easter, and two of Gauss's exceptions (1954, 1981). */
    @ParameterizedTest
    @ValueSource(strings = {"1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25", "1954-04-18", "1981-04-19"})
    void easterOfRareYears(LocalDate easter) {
        assertThat(PublicHoliday.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void easterIsASundayBetween22MarchAnd25AprilOfEveryYear() {
        assertThat(IntStream.rangeClosed(1, 9999).mapToObj(PublicHoliday::easter))
                .allSatisfy(easter -> assertThat(easter)
                        .isBetween(LocalDate.of(easter.getYear(), 3, 22), LocalDate.of(easter.getYear(), 4, 25)))
                .filteredOn(easter -> easter.getYear() >= 1583)
                .allSatisfy(easter -> assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY));
    }
}
