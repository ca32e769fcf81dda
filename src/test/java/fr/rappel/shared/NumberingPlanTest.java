package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The plan that the application reads says what the regulator's table says. */
class NumberingPlanTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/data/telephone-prefixes.csv", numLinesToSkip = 1)
    void agreesWithTheTable(
            String prefixes, String callingCode, String territory, String nature, String callable, String note) {
        if (!prefixes.matches("\\d+(-\\d+)?")) {
            return;
        }
        for (String prefix : prefixes.split("-")) {
            var block = NumberingPlan.block(prefix).orElseThrow();
            assertThat(block.prefix()).isEqualTo(prefix);
            assertThat(block.callingCode()).isEqualTo(callingCode);
            assertThat(block.territory()).isEqualTo(territory);
            assertThat(block.fault() == null).isEqualTo(callable.equals("oui"));
        }
    }

    @Test
    void theLongestPrefixWins() {
        assertThat(NumberingPlan.block("0596301234").orElseThrow().callingCode())
                .isEqualTo("596");
        assertThat(NumberingPlan.block("0595301234").orElseThrow().callingCode())
                .isEqualTo("33");
        assertThat(NumberingPlan.block("0947512345").orElseThrow().prefix()).isEqualTo("09475");
        assertThat(NumberingPlan.block("0947412345").orElseThrow().prefix()).isEqualTo("09");
    }

    @Test
    void rangesHaveTheirMiddle() {
        assertThat(NumberingPlan.block("0803").orElseThrow().fault()).isEqualTo(PhoneFault.PHONE_FREE);
        assertThat(NumberingPlan.block("0938").orElseThrow().fault()).isEqualTo(PhoneFault.PHONE_PLATFORM);
    }

    @Test
    void monacoIsNotFrench() {
        assertThat(NumberingPlan.isFrench("377")).isFalse();
        assertThat(NumberingPlan.isFrench("687")).isTrue();
    }
}
