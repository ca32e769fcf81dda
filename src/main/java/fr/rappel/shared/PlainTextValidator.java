package fr.rappel.shared;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Measures a text as it will be stored. */
class PlainTextValidator implements ConstraintValidator<PlainText, String> {

    private int min;
    private int max;

    @Override
    public void initialize(PlainText constraint) {
        min = constraint.min();
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
        String text = CleanText.multiline(value);
        if (CleanText.isBlank(text)) {
            return min == 0 || FieldError.report(context, "REQUIRED");
        }
        int length = CleanText.length(text);
        if (length < min) {
            return FieldError.report(context, "TOO_SHORT");
        }
        return length <= max || FieldError.report(context, "TOO_LONG");
    }
}
