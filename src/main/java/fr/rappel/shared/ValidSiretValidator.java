package fr.rappel.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks {@link Siret#check}; gives the sentence the number of digits. */
class ValidSiretValidator implements ConstraintValidator<ValidSiret, String> {

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("digits", Digits.withoutSeparators(value).length());
        return Siret.check(value)
                .map(fault -> FieldError.report(context, fault.name()))
                .orElse(true);
    }
}
