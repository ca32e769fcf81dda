package fr.rappel.api;

/** A field of the body is required and was not given. */
final class MissingField extends RuntimeException {

    MissingField(String field) {
        super(field, null, false, false);
    }
}
