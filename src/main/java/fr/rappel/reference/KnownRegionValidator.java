package fr.rappel.reference;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.FieldError;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** Asks {@link ReferenceLists}; a withdrawn region is unknown to new requests. */
class KnownRegionValidator implements ConstraintValidator<KnownRegion, String> {

    private final ReferenceLists lists;

    KnownRegionValidator(ReferenceLists lists) {
        this.lists = lists;
    }

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
        if (CleanText.isBlank(code)) {
            return FieldError.report(context, "REQUIRED");
        }
        return lists.regions().stream().anyMatch(known -> known.code().equals(code));
    }
}
