package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/data/telephone-cas.csv", numLinesToSkip = 1)
    void decidesTheWorkedCases(String written, String e164, String libraryType, String decision) {
        if (decision.equals("accepte")) {
            assertThat(PhoneNumber.parse(written).e164()).isEqualTo(e164);
            assertThat(PhoneNumber.check(written)).isEmpty();
        } else {
            assertThat(PhoneNumber.check(written)).isPresent();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    tel:+33-1-88-13-10-00    | +33188131000
                    33 1 88 13 10 00         | +33188131000
                    +33 (0)1/88.13.10.00     | +33188131000
                    1 88 13 10 00            | +33188131000
                    ٠١٨٨١٣١٠٠٠               | +33188131000
                    +33 596 30 12 34         | +596596301234
                    +596 (0)596 30 12 34     | +596596301234
                    596 596 30 12 34         | +596596301234
                    0033 5 08 41 23 45       | +508412345
                    508 41 23 45             | +508412345
                    07 08 40 12 34           | +508708401234
                    +49 (0)30/123-45678      | +493012345678
                    00 32 2 555 12 12        | +3225551212
                    +681 72 12 34            | +681721234
                    """)
    void understandsOtherWritings(String written, String e164) {
        assertThat(PhoneNumber.parse(written).e164()).isEqualTo(e164);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
                    null                                | REQUIRED
                    ''                                  | REQUIRED
                    ' -'                                | REQUIRED
                    abc                                 | PHONE_LETTERS
                    0612345678 poste 12                 | PHONE_LETTERS
                    0612345678#12                       | PHONE_LETTERS
                    01 88 13 10 00 ou 06 12 34 56 78    | PHONE_LETTERS
                    =1+1                                | PHONE_LETTERS
                    06+12345678                         | PHONE_LETTERS
                    17                                  | PHONE_SHORT_NUMBER
                    112                                 | PHONE_SHORT_NUMBER
                    1014                                | PHONE_SHORT_NUMBER
                    39 49                               | PHONE_SHORT_NUMBER
                    116 117                             | PHONE_SHORT_NUMBER
                    118 218                             | PHONE_SHORT_NUMBER
                    +                                   | PHONE_TOO_SHORT
                    0                                   | PHONE_TOO_SHORT
                    06 12 34 56                         | PHONE_TOO_SHORT
                    6 12 34                             | PHONE_TOO_SHORT
                    +33 1 88                            | PHONE_TOO_SHORT
                    06 12 34 56 78 9                    | PHONE_TOO_LONG
                    06 12 34 56 78 / 01 88 13 10 00     | PHONE_TOO_LONG
                    0800 123 456                        | PHONE_FREE
                    +33 805 12 34 56                    | PHONE_FREE
                    +800 1234 5678                      | PHONE_FREE
                    0 809 401 401                       | PHONE_RECEPTION
                    0 810 12 34 56                      | PHONE_SHARED_COST
                    0 820 123 456                       | PHONE_SHARED_COST
                    0884 12 34 56                       | PHONE_SHARED_COST
                    08 91 12 34 56                      | PHONE_PREMIUM
                    0836 12 34 56                       | PHONE_PREMIUM
                    07 00 12 34 56                      | PHONE_MACHINE
                    0937123456                          | PHONE_PLATFORM
                    09 39 12 34 56                      | PHONE_PLATFORM
                    01 62 12 34 56                      | PHONE_CANVASSING
                    +33 1 63 12 34 56                   | PHONE_CANVASSING
                    09475 12345                         | PHONE_CANVASSING
                    +590 9475 12345                     | PHONE_CANVASSING
                    06 39 98 00 00                      | PHONE_INVALID
                    +999 123 45 67 89                   | PHONE_INVALID
                    6123456789                          | PHONE_INVALID
                    +590 6 12 34 56 78                  | PHONE_INVALID
                    """)
    void saysWhyANumberCannotBeCalledBack(String written, PhoneFault fault) {
        assertThat(PhoneNumber.check(written)).contains(fault);
    }

    @Test
    void fourThousandDigitsAreTooMany() {
        assertThat(PhoneNumber.check("4".repeat(4000))).contains(PhoneFault.PHONE_TOO_LONG);
        assertThat(PhoneNumber.check("+" + "4".repeat(4000))).contains(PhoneFault.PHONE_TOO_LONG);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    +33142764040   | 01 42 76 40 40      | false |
                    +596596301234  | 0596 30 12 34       | false | Martinique
                    +262692123456  | 0692 12 34 56       | false | La Réunion
                    +262639012345  | 0639 01 23 45       | false | Mayotte
                    +508412345     | 0508 41 23 45       | false | Saint-Pierre-et-Miquelon
                    +508708401234  | 0708 40 12 34       | false | Saint-Pierre-et-Miquelon
                    +508806943103  | +508 806 94 31 03   | false |
                    +68940412345   | +689 40 41 23 45    | false | Polynésie française
                    +3225551212    | +32 2 555 12 12     | true  |
                    """)
    void showsHowToDialFromFrance(String e164, String national, boolean foreign, String territory) {
        var number = new PhoneNumber(e164);
        assertThat(number.national()).isEqualTo(national.replace(' ', '\u00A0'));
        assertThat(number.foreign()).isEqualTo(foreign);
        assertThat(number.territory().orElse(null)).isEqualTo(territory);
        assertThat(PhoneNumber.parse(number.national())).isEqualTo(number);
    }

    @Test
    void tellsTheCallingCode() {
        assertThat(new PhoneNumber("+596596301234").callingCode()).isEqualTo("596");
        assertThat(new PhoneNumber("+16502530000").callingCode()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({
        "0612,33612",
        "06 12 34 56 78,33612345678",
        "+33 6 12,33612",
        "0033612,33612",
        "612345678,33612345678",
        "0596 30,59659630",
        "0508 41,50841",
        "+33 596 30,59659630",
        "33612,33612",
        "+32 2 555,322555",
        "+32 (0)10 55 24 27,3210552427",
        "+33 (0)01 88 13 10 00,33188131000",
        "4930,4930"
    })
    void isFoundByItsBeginning(String written, String key) {
        assertThat(PhoneNumber.searchKey(written)).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "061", "+33", "Durand", "0612 poste", "06%", "12345678901234567"})
    void isNotFoundByAnythingElse(String written) {
        assertThat(PhoneNumber.searchKey(written)).isEmpty();
    }

    @Test
    void aRefusalNamesItsFaultAndNeverTheInput() {
        assertThatThrownBy(() -> PhoneNumber.parse("06 12"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("PHONE_TOO_SHORT");
        assertThatThrownBy(() -> new PhoneNumber("0612345678")).hasMessage("PHONE_INVALID");
        assertThatThrownBy(() -> new PhoneNumber("+99912345678")).hasMessage("PHONE_INVALID");
    }
}
