package fr.rappel.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.OneSlip;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SlipsTest {

    @Property(tries = 200, seed = "2026")
    void areAllOneSlipAwayAndBounded(
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'z') @StringLength(min = 5, max = 40)
                    String number) {
        assertThat(Slips.ofNumber(number))
                .doesNotHaveDuplicates()
                .hasSizeLessThan(3_000)
                .allMatch(slip -> OneSlip.between(slip, number));
    }

    @Property(tries = 200, seed = "2026")
    void holdEverySlipOfANumber(
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'z') @StringLength(min = 6, max = 39)
                    String number,
            @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'z') char other) {
        for (int i = 0; i < number.length(); i++) {
            String before = number.substring(0, i);
            String rest = number.substring(i + 1);
            assertThat(Slips.ofNumber(before + rest)).as("left out").contains(number);
            assertThat(Slips.ofNumber(before + other + number.substring(i)))
                    .as("too many")
                    .contains(number);
            if (other != number.charAt(i)) {
                assertThat(Slips.ofNumber(before + other + rest)).as("mistaken").contains(number);
            }
            if (!rest.isEmpty() && rest.charAt(0) != number.charAt(i)) {
                assertThat(Slips.ofNumber(before + rest.charAt(0) + number.charAt(i) + rest.substring(1)))
                        .as("swapped")
                        .contains(number);
            }
        }
    }

    @Property(tries = 50, seed = "2026")
    void holdEverySignLeftOutOfAnAddress(@ForAll @IntRange(max = 33) int i) {
        String address = "jean-noel_2.roy+af@la-boutique.fr";
        String missing = address.substring(0, Math.min(i, 32)) + address.substring(Math.min(i, 32) + 1);
        assertThat(Slips.ofAddress(missing)).contains(address).hasSizeLessThan(6_000);
    }

    @Test
    void holdALetterTakenForADigit() {
        assertThat(Slips.ofNumber("d0s202500417")).contains("dos202500417");
        assertThat(Slips.ofNumber("dos2o2500417")).contains("dos202500417");
        assertThat(Slips.ofNumber("ds202500417")).contains("dos202500417");
    }

    @Test
    void areNoneOfWhatIsTooShortOrTooLong() {
        assertThat(Slips.ofNumber("1234")).isEmpty();
        assertThat(Slips.ofNumber("1".repeat(40))).isNotEmpty();
        assertThat(Slips.ofNumber("1".repeat(41))).isEmpty();
        assertThat(Slips.ofNumber("\ud835\udc00" + "1234"))
                .as("half a letter is none")
                .isEmpty();
        assertThat(Slips.ofAddress("duponnt")).as("no address").isEmpty();
        assertThat(Slips.ofAddress("a@" + "b".repeat(63))).isEmpty();
    }
}
