package fr.rappel.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks {@link EmailAddress#check}. */
class ValidEmailValidator implements ConstraintValidator<ValidEmail, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return EmailAddress.check(value)
                .map(fault -> FieldError.report(context, fault.name()))
                .orElse(true);
    }
}
