package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.validation.Validator;
import jakarta.validation.constraints.AssertTrue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;

/** The constraints on a record, with the validator and the sentences that Spring Boot sets up. */
class ConstraintsTest {

    record Form(
            @PlainText(max = 10) @Nullable String name,
            @ValidEmail @Nullable String email,
            @ValidSiret @Nullable String siret,
            @ValidPhone @Nullable String phone,
            @PlainText(min = 20, max = 40) @Nullable String message,
            @PlainText(min = 0, max = 5) @Nullable String note,
            @AssertTrue(message = "{CONSENT_REQUIRED}") boolean consent) {}

    private static final Form GOOD = new Form(
            "Zoé", "zoe@exemple.fr", "552 081 317 66522", "01 88 13 10 00", "Vingt caractères au moins", null, true);

    private final ApplicationContextRunner spring = new ApplicationContextRunner()
            .withPropertyValues(
                    "spring.messages.basename=messages/shared", "spring.messages.fallback-to-system-locale=false")
            .withConfiguration(
                    AutoConfigurations.of(MessageSourceAutoConfiguration.class, ValidationAutoConfiguration.class));

    @AfterEach
    void forgetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aGoodFormHasNoErrors() {
        assertThat(errors(Locale.FRENCH, GOOD)).isEmpty();
    }

    @Test
    void allFieldsAreRefusedAtOnceInTheirOrder() {
        var empty = new Form(null, "", "\u00A0", null, " \u3164", "", false);
        assertThat(errors(Locale.FRENCH, empty))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(
                        tuple("name", "REQUIRED"),
                        tuple("email", "REQUIRED"),
                        tuple("siret", "VIDE"),
                        tuple("phone", "REQUIRED"),
                        tuple("message", "REQUIRED"),
                        tuple("consent", "CONSENT_REQUIRED"));
    }

    @Test
    void sentencesAreFrenchFirstAndEnglishOnDemand() {
        var wrong = new Form("12345678901", "a@b", "5520813176652", "3949", "court", "123456", true);
        assertThat(errors(Locale.FRENCH, wrong))
                .extracting(error -> error.message().replace('\u00A0', ' '))
                .satisfiesExactly(
                        startsWith("Ce texte est trop long : il doit tenir en 10 caractères"),
                        startsWith("Cette adresse n’a pas la forme attendue"),
                        startsWith("Un SIRET compte 14 chiffres ; nombre de chiffres saisis : 13."),
                        startsWith("Un numéro court ne peut pas être rappelé"),
                        startsWith("Ce texte est trop court : écrivez au moins 20 caractères"),
                        startsWith("Ce texte est trop long : il doit tenir en 5 caractères"));
        assertThat(errors(Locale.ENGLISH, wrong))
                .extracting(FieldError::message)
                .satisfiesExactly(
                        startsWith("This text is too long: keep it within 10 characters"),
                        startsWith("This address does not have the expected form"),
                        startsWith("A SIRET has 14 digits; digits entered: 13."),
                        startsWith("A short number cannot be called back"),
                        startsWith("This text is too short: write at least 20 characters"),
                        startsWith("This text is too long: keep it within 5 characters"));
    }

    @Test
    void whatWasTypedIsNeverRepeated() {
        String typed = "${7*7}{min}#{x}<b>";
        var errors = errors(Locale.FRENCH, new Form(typed, typed, typed, typed, typed, typed, true));
        assertThat(errors)
                .hasSize(6)
                .allSatisfy(error -> assertThat(error.message()).doesNotContain("7", "<", "{", "49"));
    }

    @Test
    void lengthIsCountedInCodePointsOfTheCleanText() {
        assertThat(errors(Locale.FRENCH, named("\uD83D\uDE00".repeat(10)))).isEmpty();
        assertThat(errors(Locale.FRENCH, named("  \u200B" + "e\u0301".repeat(10) + "\r\n")))
                .isEmpty();
        assertThat(errors(Locale.FRENCH, named("\uD83D\uDE00".repeat(11))))
                .extracting(FieldError::code)
                .containsExactly("TOO_LONG");
    }

    @Test
    void oneValueAloneIsValidatedLikeTheWholeForm() {
        run(validator -> assertThat(FieldError.from(validator.validateValue(Form.class, "siret", "552081317")))
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple("siret", "SIREN_SEUL")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void everyCodeHasItsSentence(String language) {
        spring.run(context -> {
            var messages = context.getBean(MessageSource.class);
            assertThat(codes())
                    .allSatisfy(code -> assertThat(messages.getMessage(code, null, Locale.of(language)))
                            .hasSizeGreaterThan(20)
                            .doesNotContain("'"));
        });
    }

    private static Stream<String> codes() {
        var faults = Stream.of(SiretFault.values(), PhoneFault.values(), EmailFault.values())
                .flatMap(Arrays::stream)
                .map(Enum::name);
        return Stream.concat(
                faults, Stream.of("TOO_SHORT", "TOO_LONG", "UNKNOWN_CODE", "CONSENT_REQUIRED", "MALFORMED"));
    }

    private static Form named(String name) {
        return new Form(name, GOOD.email, GOOD.siret, GOOD.phone, GOOD.message, GOOD.note, true);
    }

    private static Consumer<String> startsWith(String beginning) {
        return sentence -> assertThat(sentence).startsWith(beginning);
    }

    private List<FieldError> errors(Locale locale, Form form) {
        LocaleContextHolder.setLocale(locale);
        var errors = new ArrayList<FieldError>();
        run(validator -> errors.addAll(FieldError.from(validator.validate(form))));
        return errors;
    }

    private void run(Consumer<Validator> test) {
        spring.run(context -> test.accept(context.getBean(Validator.class)));
    }
}
