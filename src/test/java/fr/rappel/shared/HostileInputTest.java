package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is typed, a reader of text answers with a value or a fault. */
class HostileInputTest {

    private static final int LONG = 100_000;

    @Property(seed = "2026")
    void readersThrowNothingButTheirRefusal(@ForAll String raw) {
        assertThat(refusal(Siret::parse, raw))
                .isEqualTo(Siret.check(raw).map(Enum::name).orElse(""));
        assertThat(refusal(Siren::parse, raw))
                .isEqualTo(Siren.check(raw).map(Enum::name).orElse(""));
        assertThat(refusal(PhoneNumber::parse, raw))
                .isEqualTo(PhoneNumber.check(raw).map(Enum::name).orElse(""));
        assertThat(refusal(EmailAddress::parse, raw))
                .isEqualTo(EmailAddress.check(raw).map(Enum::name).orElse(""));
        assertThat(EmailAddress.suggest(raw)).isNotEqualTo(raw);
        assertThat(Siret.searchKey(raw).orElse("000")).matches("[0-9]{3,14}");
        assertThat(PhoneNumber.searchKey(raw).orElse("0")).matches("[0-9]{1,15}");
    }

    @Property(seed = "2026")
    void nearlyNumbersAreAcceptedOrRefused(@ForAll("nearlyNumbers") String raw) {
        assertThat(refusal(Siret::parse, raw))
                .isEqualTo(Siret.check(raw).map(Enum::name).orElse(""));
        assertThat(refusal(PhoneNumber::parse, raw))
                .isEqualTo(PhoneNumber.check(raw).map(Enum::name).orElse(""));
        assertThat(PhoneNumber.searchKey(raw).orElse("0")).matches("[0-9]{1,15}");
        if (PhoneNumber.check(raw).isEmpty()) {
            var number = PhoneNumber.parse(raw);
            assertThat(PhoneNumber.parse(number.national())).isEqualTo(number);
            assertThat(PhoneNumber.searchKey(raw)).contains(number.e164().substring(1));
        }
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        var rest = Arbitraries.strings().withChars("0123456789 .").ofMaxLength(14);
        var start = Arbitraries.of(
                "",
                "0",
                "00",
                "+",
                "01",
                "06",
                "07",
                "09",
                "0596",
                "0269",
                "0508",
                "+33",
                "+33 (0)",
                "+596",
                "+508",
                "33",
                "262",
                "+32",
                "+1",
                "0033",
                "tel:+33",
                "3560000000");
        return Combinators.combine(start, rest).as(String::concat);
    }

    /** The name of the fault, or nothing if the text was accepted. */
    private static String refusal(Consumer<String> reader, String raw) {
        try {
            reader.accept(raw);
            return "";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("longTexts")
    void longTextsGetTheFaultTheyDeserve(String raw, SiretFault siret, PhoneFault phone, EmailFault email) {
        assertThat(Siret.check(raw)).contains(siret);
        assertThat(PhoneNumber.check(raw)).contains(phone);
        assertThat(EmailAddress.check(raw)).contains(email);
        assertThat(CleanText.length(CleanText.multiline(raw))).isLessThanOrEqualTo(raw.length());
        assertThat(CleanText.key(raw).length()).isLessThanOrEqualTo(2 * raw.length());
    }

    static List<Arguments> longTexts() {
        return Stream.of(
                        Arguments.of("a".repeat(LONG - 1) + "!", SiretFault.CARACTERE, PhoneFault.PHONE_LETTERS),
                        Arguments.of("5".repeat(LONG), SiretFault.LONGUEUR, PhoneFault.PHONE_TOO_LONG),
                        Arguments.of("a@" + "a.".repeat(LONG / 2), SiretFault.CARACTERE, PhoneFault.PHONE_LETTERS),
                        Arguments.of("@".repeat(LONG), SiretFault.CARACTERE, PhoneFault.PHONE_LETTERS),
                        Arguments.of("+" + "0".repeat(LONG), SiretFault.CARACTERE, PhoneFault.PHONE_TOO_LONG),
                        Arguments.of(
                                "e" + "\u0301".repeat(LONG / 2) + "\u0316".repeat(LONG / 2),
                                SiretFault.CARACTERE,
                                PhoneFault.PHONE_LETTERS))
                .map(row -> Arguments.of(row.get()[0], row.get()[1], row.get()[2], EmailFault.EMAIL_TOO_LONG))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("longBlanks")
    void longBlanksAreNothing(String raw) {
        assertThat(Siret.check(raw)).contains(SiretFault.VIDE);
        assertThat(PhoneNumber.check(raw)).contains(PhoneFault.REQUIRED);
        assertThat(EmailAddress.check(raw)).contains(EmailFault.REQUIRED);
        assertThat(CleanText.multiline(raw)).isEmpty();
    }

    static Stream<String> longBlanks() {
        return Stream.of(" ", "\n", "\u00A0", "\u200B", "\u3164", "\u0000").map(blank -> blank.repeat(LONG));
    }
}
