package fr.rappel.shared;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The text must have a length within bounds, counted in code points once it is {@linkplain CleanText clean}. Codes:
 * {@code REQUIRED} if nothing can be seen and {@link #min} is above zero, {@code TOO_SHORT}, {@code TOO_LONG}.
 */
@Documented
@Constraint(validatedBy = PlainTextValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainText {

    /** Fewest code points; zero means that the text may be left out. */
    int min() default 1;

    /** Most code points. */
    int max();

    /** Replaced by the fault found. */
    String message() default "{MALFORMED}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
