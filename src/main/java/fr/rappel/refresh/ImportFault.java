package fr.rappel.refresh;

/** Why a line or a whole file is not imported. The names are the codes of reports and of the API. */
public enum ImportFault {
    /** The line has more or fewer values than the file has columns. */
    COLUMN_COUNT,
    /** A quotation mark opens and does not close. */
    QUOTE,
    /** More than 64 KiB without an end. */
    LINE_TOO_LONG,
    /** Bytes that are no text in the encoding of the rest of the file. */
    ENCODING,
    /** A NUL or another character that is no text. */
    CONTROL_CHARACTER,
    REQUIRED,
    TOO_LONG,
    INVALID_SIRET,
    /** Fourteen or nine digits whose check digits do not hold. */
    WRONG_KEY,
    INVALID_EMAIL,
    INVALID_DATE,
    INVALID_AMOUNT,
    INVALID_NUMBER,
    /** Contents of a file have an address outside what the file store accepts. */
    INVALID_FILE,
    UNKNOWN_CODE,
    /** The same key stood in an earlier line of this file, which was stored. */
    DUPLICATE,
    /** The company, account, dossier or invoice that the line belongs to is not known. */
    UNKNOWN_PARENT,

    /** A ZIP archive, a spreadsheet, a PDF, UTF-16…: not a text of lines. */
    NOT_CSV,
    EMPTY,
    MISSING_COLUMN,
    DOUBLE_COLUMN,
    /** So many lines are refused that the file cannot be what it says. */
    TOO_MANY_REFUSALS,
    /** The received bytes are gone. */
    UNREADABLE,

    /** More than an installation accepts; in the watched folder. */
    TOO_LARGE,
    /** A file of the watched folder that Rappel may not read. */
    NO_ACCESS;

    /** Key of its sentence in the translation bundle. */
    public String messageKey() {
        return "refresh.fault." + name();
    }
}
