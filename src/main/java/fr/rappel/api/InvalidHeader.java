package fr.rappel.api;

/** A request header is not usable. */
final class InvalidHeader extends RuntimeException {

    private final String header;
    private final String code;

    InvalidHeader(String header, String code) {
        super(code, null, false, false);
        this.header = header;
        this.code = code;
    }

    String header() {
        return header;
    }

    String code() {
        return code;
    }
}
