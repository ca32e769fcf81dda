package fr.rappel.shared;

import static java.util.Comparator.comparingInt;

import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One field that a rule refuses. What was typed is never part of it.
 *
 * @param field name of the record component, for instance {@code siret}
 * @param code the same in every language, for instance {@code LUHN_SIRET}; also the key of the sentence
 * @param message what is wrong and what to do, in the reader's language
 */
public record FieldError(String field, String code, String message) {

    /**
     * Lets a constraint validator give its refusal a code in place of the message of its annotation.
     *
     * @return false, the answer of a validator that refuses
     */
    public static boolean report(ConstraintValidatorContext context, String code) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("{" + code + "}").addConstraintViolation();
        return false;
    }

    /** The violations of one record, in the order of its components. */
    public static List<FieldError> from(Set<? extends ConstraintViolation<?>> violations) {
        return violations.stream()
                .sorted(comparingInt(FieldError::position).thenComparing(ConstraintViolation::getMessageTemplate))
                .map(violation -> new FieldError(field(violation), code(violation), violation.getMessage()))
                .toList();
    }

    /** The first message of each field that has one. */
    public static Map<String, String> byField(List<FieldError> errors) {
        Map<String, String> first = new HashMap<>();
        errors.forEach(error -> first.putIfAbsent(error.field(), error.message()));
        return first;
    }

    private static int position(ConstraintViolation<?> violation) {
        Object bean = violation.getLeafBean();
        Class<?> type = bean == null ? violation.getRootBeanClass() : bean.getClass();
        if (!type.isRecord()) {
            return 0;
        }
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList()
                .indexOf(field(violation));
    }

    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static String code(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        return template.startsWith("{") && template.endsWith("}")
                ? template.substring(1, template.length() - 1)
                : template;
    }
}
