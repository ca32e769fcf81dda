package fr.rappel.reference;

import fr.rappel.shared.FieldError;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

class KnownRegionValidator implements ConstraintValidator<KnownRegion, String> {

    private final ReferenceLists lists;

    KnownRegionValidator(ReferenceLists lists) {
        this.lists = lists;
    }

    @Override
    public boolean isValid(@Nullable String code, ConstraintValidatorContext context) {
        if (code == null || code.isEmpty()) {
            return FieldError.report(context, "REQUIRED");
        }
        return lists.regions().stream().anyMatch(known -> known.code().equals(code));
    }
}
