package fr.rappel.reference;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The code of a topic that may be chosen. Codes of refusals: REQUIRED, UNKNOWN_CODE. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = KnownTopicValidator.class)
public @interface KnownTopic {

    String message() default "{UNKNOWN_CODE}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
