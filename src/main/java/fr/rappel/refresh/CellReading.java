package fr.rappel.refresh;

import fr.rappel.dossier.NumberKey;
import fr.rappel.files.StorageKey;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Siren;
import fr.rappel.shared.SirenFault;
import fr.rappel.shared.Siret;
import fr.rappel.shared.SiretFault;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the text of a cell becomes the value of a column. Cells are read after spaces around them are dropped; an empty
 * one has no value and is not read.
 *
 * @param read the value, null if there is none; throws {@link CellRefused}
 */
record CellReading(SqlType type, Function<String, @Nullable Object> read) {

    private static final Pattern AMOUNT = Pattern.compile("(-?\\d{1,13})(?:[.,](\\d{1,2}))?");
    private static final Pattern FRENCH_DATE = Pattern.compile("(\\d\\d)/(\\d\\d)/(\\d{4})(.*)");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][' ']HH:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2200;

    /** A line of text of at most that many characters. */
    static CellReading text(int longest) {
        return new CellReading(SqlType.TEXT, cell -> {
            String text = CleanText.clean(cell);
            return text.isEmpty() ? null : shortEnough(text, longest);
        });
    }

    /** A number given by somebody: kept as written. */
    static CellReading number() {
        return new CellReading(SqlType.TEXT, cell -> {
            if (NumberKey.of(cell).isEmpty()) {
                throw new CellRefused(ImportFault.INVALID_NUMBER);
            }
            return shortEnough(CleanText.clean(cell), 40);
        });
    }

    /** What search compares of a number. */
    static CellReading numberKey() {
        return new CellReading(SqlType.TEXT, cell -> shortEnough(NumberKey.of(cell), 40));
    }

    /** What search compares of a name. */
    static CellReading nameKey() {
        return new CellReading(SqlType.TEXT, CleanText::key);
    }

    static CellReading siret() {
        return new CellReading(SqlType.TEXT, cell -> siret(cell).value());
    }

    /** The company of an establishment. */
    static CellReading sirenOfSiret() {
        return new CellReading(SqlType.TEXT, cell -> siret(cell).siren().value());
    }

    /** A SIREN for a whole company, a SIRET for one establishment. */
    static CellReading scope() {
        return new CellReading(SqlType.TEXT, CellReading::scope);
    }

    static CellReading sirenOfScope() {
        return new CellReading(SqlType.TEXT, cell -> scope(cell).substring(0, 9));
    }

    static CellReading siretOfScope() {
        return new CellReading(SqlType.TEXT, cell -> scope(cell).length() == 14 ? scope(cell) : null);
    }

    static CellReading email() {
        return new CellReading(SqlType.TEXT, cell -> email(cell).value());
    }

    /** What names an account: its address in lower case. */
    static CellReading emailKey() {
        return new CellReading(SqlType.TEXT, cell -> email(cell).value().toLowerCase(Locale.ROOT));
    }

    /** Euros, "1 250,40" or "1250.40", as cents. */
    static CellReading amount() {
        return new CellReading(SqlType.NUMBER, cell -> {
            var written = AMOUNT.matcher(cell.replaceAll("[\\s\\u00A0\\u202F€]", ""));
            if (!written.matches()) {
                throw new CellRefused(ImportFault.INVALID_AMOUNT);
            }
            String cents = written.group(2) == null ? "" : written.group(2);
            return Long.valueOf(written.group(1) + (cents + "00").substring(0, 2));
        });
    }

    /** Where the file store has the contents. */
    static CellReading storageKey() {
        return new CellReading(SqlType.TEXT, cell -> {
            if (!StorageKey.isValid(cell)) {
                throw new CellRefused(ImportFault.INVALID_FILE);
            }
            return cell;
        });
    }

    static CellReading count() {
        return new CellReading(SqlType.NUMBER, cell -> {
            if (!cell.matches("\\d{1,18}")) {
                throw new CellRefused(ImportFault.INVALID_NUMBER);
            }
            return Long.valueOf(cell);
        });
    }

    /** 2026-03-01 or 01/03/2026. */
    static CellReading date() {
        return new CellReading(SqlType.DATE, cell -> date(iso(cell)));
    }

    /** A date, a date and time in that zone, or a moment with its own offset. */
    static CellReading moment(ZoneId zone) {
        return new CellReading(SqlType.MOMENT, cell -> moment(iso(cell), zone));
    }

    static CellReading flag() {
        return codes(
                SqlType.FLAG,
                Map.of(
                        "OUI", true, "NON", false, "1", true, "0", false, "TRUE", true, "FALSE", false, "O", true, "N",
                        false));
    }

    /** The names of an enum. */
    static <E extends Enum<E>> CellReading code(Class<E> type) {
        return code(type, Map.of());
    }

    /** The names of an enum, and what other systems call them. */
    static <E extends Enum<E>> CellReading code(Class<E> type, Map<String, E> others) {
        Map<String, Object> names = new java.util.HashMap<>();
        others.forEach((name, value) -> names.put(name, value.name()));
        for (E value : type.getEnumConstants()) {
            names.put(value.name(), value.name());
        }
        return codes(SqlType.TEXT, names);
    }

    /** Text of a fixed form, for instance an activity number. */
    static CellReading matching(String pattern) {
        Pattern form = Pattern.compile(pattern);
        return new CellReading(SqlType.TEXT, cell -> {
            String text = cell.toUpperCase(Locale.ROOT);
            if (!form.matcher(text).matches()) {
                throw new CellRefused(ImportFault.INVALID_NUMBER);
            }
            return text;
        });
    }

    /** A code of so many digits, whose leading zeros a spreadsheet may have lost. */
    static CellReading digits(int length) {
        return new CellReading(SqlType.TEXT, cell -> {
            if (!cell.matches("\\d{1," + length + "}")) {
                throw new CellRefused(ImportFault.INVALID_NUMBER);
            }
            return "0".repeat(length - cell.length()) + cell;
        });
    }

    private static CellReading codes(SqlType type, Map<String, ?> values) {
        return new CellReading(type, cell -> {
            Object value = values.get(cell.toUpperCase(Locale.ROOT));
            if (value == null) {
                throw new CellRefused(ImportFault.UNKNOWN_CODE);
            }
            return value;
        });
    }

    private static String shortEnough(String text, int longest) {
        if (text.length() > longest) {
            throw new CellRefused(ImportFault.TOO_LONG);
        }
        return text;
    }

    private static Siret siret(String cell) {
        Optional<SiretFault> fault = Siret.check(cell);
        if (fault.isPresent()) {
            throw new CellRefused(
                    switch (fault.get()) {
                        case LUHN_SIRET, LUHN_SIREN, LUHN_SIREN_ET_SIRET, LA_POSTE_MODULO_5 -> ImportFault.WRONG_KEY;
                        case VIDE, CARACTERE, SIREN_SEUL, LONGUEUR, SIREN_NUL -> ImportFault.INVALID_SIRET;
                    });
        }
        return Siret.parse(cell);
    }

    private static String scope(String cell) {
        Optional<SirenFault> fault = Siren.check(cell);
        if (fault.isEmpty()) {
            return Siren.parse(cell).value();
        }
        if (fault.get() == SirenFault.LUHN_SIREN) {
            throw new CellRefused(ImportFault.WRONG_KEY);
        }
        return siret(cell).value();
    }

    private static EmailAddress email(String cell) {
        if (EmailAddress.check(cell).isPresent()) {
            throw new CellRefused(ImportFault.INVALID_EMAIL);
        }
        return EmailAddress.parse(cell);
    }

    private static String iso(String cell) {
        return FRENCH_DATE.matcher(cell).replaceFirst("$3-$2-$1$4");
    }

    private static LocalDate date(String iso) {
        try {
            return inRange(LocalDate.parse(iso));
        } catch (DateTimeException e) {
            throw new CellRefused(ImportFault.INVALID_DATE);
        }
    }

    private static OffsetDateTime moment(String iso, ZoneId zone) {
        try {
            OffsetDateTime moment = iso.length() == 10
                    ? LocalDate.parse(iso).atStartOfDay(zone).toOffsetDateTime()
                    : iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                            ? OffsetDateTime.parse(iso)
                            : LocalDateTime.parse(iso, LOCAL).atZone(zone).toOffsetDateTime();
            inRange(moment.toLocalDate());
            return moment.withOffsetSameInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new CellRefused(ImportFault.INVALID_DATE);
        }
    }

    private static LocalDate inRange(LocalDate date) {
        if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
            throw new CellRefused(ImportFault.INVALID_DATE);
        }
        return date;
    }
}
