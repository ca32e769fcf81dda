package fr.rappel.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks {@link PhoneNumber#check}. */
class ValidPhoneValidator implements ConstraintValidator<ValidPhone, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        return PhoneNumber.check(value)
                .map(fault -> FieldError.report(context, fault.name()))
                .orElse(true);
    }
}
