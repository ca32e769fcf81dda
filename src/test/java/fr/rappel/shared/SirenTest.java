package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SirenTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/data/siren-cases.csv", numLinesToSkip = 1)
    void tellsRealNumbersFromFalseOnes(String written, boolean valid, String reason) {
        if (valid) {
            assertThat(Siren.check(written)).isEmpty();
            assertThat(Siren.parse(written).value()).isEqualTo(written);
        } else {
            assertThat(Siren.check(written)).contains(SirenFault.valueOf(Written.code(reason)));
        }
    }

    @Test
    void nothingIsVide() {
        assertThat(Siren.check(null)).contains(SirenFault.VIDE);
        assertThatThrownBy(() -> Siren.parse(" ")).hasMessage("VIDE");
    }

    @Test
    void isPrintedInGroupsThatDoNotBreak() {
        assertThat(Siren.parse("005520135").formatted()).isEqualTo("005\u00A0520\u00A0135");
    }

    @Property(seed = "2026")
    void everyMistakenDigitIsFound(
            @ForAll @IntRange(min = 1, max = 99_999_999) int number,
            @ForAll @IntRange(max = 8) int position,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String siren = withKey("%08d".formatted(number));
        char mistaken = (char) ('0' + (siren.charAt(position) - '0' + shift) % 10);
        String wrong = siren.substring(0, position) + mistaken + siren.substring(position + 1);

        assertThat(Siren.check(siren)).isEmpty();
        assertThat(Siren.check(wrong)).isPresent();
    }

    /** The key found by trial, not by the rule under test. */
    private static String withKey(String eightDigits) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            int digit = eightDigits.charAt(i) - '0';
            sum += i % 2 == 0 ? digit : new int[] {0, 2, 4, 6, 8, 1, 3, 5, 7, 9}[digit];
        }
        return eightDigits + (10 - sum % 10) % 10;
    }
}
