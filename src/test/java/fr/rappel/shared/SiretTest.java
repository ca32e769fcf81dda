package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiretTest {

    private static final Siret EDF = new Siret("55208131766522");

    @ParameterizedTest
    @CsvFileSource(
            resources = "/data/siret-cases.csv",
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false,
            maxCharsPerColumn = 500)
    void tellsRealNumbersFromFalseOnes(String written, boolean valid, String reason) {
        if (valid) {
            assertThat(Siret.check(written)).isEmpty();
            assertThat(Siret.parse(written).value()).isEqualTo(written);
        } else {
            assertThat(Siret.check(written)).contains(SiretFault.valueOf(Written.code(reason)));
        }
    }

    @ParameterizedTest
    @CsvFileSource(
            resources = "/data/siret-saisies.csv",
            numLinesToSkip = 1,
            ignoreLeadingAndTrailingWhitespace = false)
    void readsWhatPeopleTypeAndPaste(String escaped, String normalised, boolean valid, String reason) {
        String written = Written.unescaped(escaped);
        if (valid) {
            assertThat(Siret.parse(written).value()).isEqualTo(normalised);
        } else {
            assertThat(Siret.check(written)).contains(SiretFault.valueOf(Written.code(reason)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\u00A0", "\u3164", "\u200B", "---", "\u0000"})
    void nothingVisibleIsNothing(String written) {
        assertThat(Siret.check(written)).contains(SiretFault.VIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"55208131766522/", "+55208131766522", "５５２08131766522", "552\u0000081317 66522", "552_081_317"})
    void keepsNoOtherSignThanSeparators(String written) {
        assertThat(Siret.check(written)).contains(SiretFault.CARACTERE);
    }

    @Test
    void everyDashAndTheMinusSignSeparate() {
        assertThat(Siret.parse("552-081\u2010317\u2011665\u20142\u22122").value())
                .isEqualTo(EDF.value());
    }

    @Test
    void aRefusalNamesItsFaultAndNeverTheInput() {
        assertThatThrownBy(() -> Siret.parse("1 85 05 78 006 084"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LONGUEUR");
        assertThatThrownBy(() -> new Siret("552 081 317 66522")).hasMessage("CARACTERE");
    }

    @Test
    void isPrintedInGroupsThatDoNotBreak() {
        assertThat(EDF.formatted()).isEqualTo("552\u00A0081\u00A0317\u00A066522");
        assertThat(EDF.siren()).isEqualTo(new Siren("552081317"));
    }

    @ParameterizedTest
    @CsvSource({"552 081 317 66522,55208131766522", "552.081.317,552081317", "552,552", "005 52,00552"})
    void isFoundByItsBeginning(String written, String key) {
        assertThat(Siret.searchKey(written)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "55", "5520813176652200", "552a", "Durand", "552%"})
    void isNotFoundByAnythingElse(String written) {
        assertThat(Siret.searchKey(written)).isEmpty();
    }

    @Property(seed = "2026")
    void separatorsAnywhereChangeNothing(
            @ForAll @CharRange(from = '0', to = '9') @StringLength(min = 8, max = 15) String digits,
            @ForAll("separators") String separator,
            @ForAll @IntRange(max = 8) int position) {
        String written = digits.substring(0, position) + separator + digits.substring(position);
        assertThat(Siret.check(written)).isEqualTo(Siret.check(digits));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(" ", "\t", "\n", ".", "-", "\u00A0", "\u202F", "\u3000", "\uFEFF", "\u00AD");
    }
}
