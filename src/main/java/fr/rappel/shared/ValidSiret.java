package fr.rappel.shared;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The text must be there and write a {@link Siret}; the codes are those of {@link SiretFault}. */
@Documented
@Constraint(validatedBy = ValidSiretValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface ValidSiret {

    /** Replaced by the fault found. */
    String message() default "{MALFORMED}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
