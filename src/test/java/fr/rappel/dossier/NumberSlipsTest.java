package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.OneSlip;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class NumberSlipsTest {

    @Property(tries = 200, seed = "2026")
    void areAllOneSlipAwayAndBounded(
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'f') @StringLength(min = 5, max = 24)
                    String number) {
        assertThat(NumberSlips.of(number)).hasSizeLessThan(600).allMatch(slip -> OneSlip.between(slip, number));
    }

    @Property(tries = 200, seed = "2026")
    void holdEverySlipOfADigit(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 6, max = 14) String number) {
        for (int i = 0; i + 1 < number.length(); i++) {
            String swapped = number.substring(0, i) + number.charAt(i + 1) + number.charAt(i) + number.substring(i + 2);
            String missing = number.substring(0, i) + number.substring(i + 1);
            if (!swapped.equals(number)) {
                assertThat(NumberSlips.of(swapped)).contains(number);
            }
            assertThat(NumberSlips.of(missing)).contains(number);
            assertThat(NumberSlips.of(number.substring(0, i) + "0" + number.substring(i)))
                    .contains(number);
        }
    }

    @Test
    void holdAWrongLetterOfANumberThatHasFew() {
        assertThat(NumberSlips.of("gb2026118")).contains("fb2026118");
        assertThat(NumberSlips.of("dor202500417")).contains("dos202500417");
        assertThat(NumberSlips.of("boulongerie1")).doesNotContain("boulangerie1");
    }

    @Test
    void areNoneOfWhatIsTooShortOrTooLong() {
        assertThat(NumberSlips.of("1234")).isEmpty();
        assertThat(NumberSlips.of("1".repeat(25))).isEmpty();
    }
}
