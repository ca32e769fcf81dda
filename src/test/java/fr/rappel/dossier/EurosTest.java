package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EurosTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250 | 125000",
                "1 250,40 | 125040",
                "1\u00a0250,40\u00a0€ | 125040",
                "1\u202f250,4 | 125040",
                "1.250,40 € | 125040",
                "1250.40 | 125040",
                "1.250 | 125000",
                "1’250,40 | 125040",
                "0,05 | 5",
                "12 345 678,90 euros | 1234567890",
                "1250,40EUR | 125040",
                "1\u2009250,40 | 125040",
                "1 \u00a0250,40\t€ | 125040",
                "12  345  678,90 | 1234567890"
            })
    void readsWhatPeopleType(String typed, long cents) {
        assertThat(Euros.parse(typed)).contains(new Euros(cents));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "€", "1 25,40", "12,345", "1,2,3", "-5", "1e9", "9999999999999", "douze", "1 250,40 $"})
    void refusesTheRest(String typed) {
        assertThat(Euros.parse(typed)).isEmpty();
    }

    @Test
    void writesAsInFrance() {
        assertThat(new Euros(125_040).formatted()).isEqualTo("1\u202f250,40\u00a0€");
        assertThat(new Euros(-5).formatted()).isEqualTo("-0,05\u00a0€");
    }
}
