package fr.rappel.shared;

import static fr.rappel.shared.Digits.NO_BREAK_SPACE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Number of an establishment in the French register of companies: the SIREN of its legal unit and five digits of its
 * own, leading zeros included. Luhn's check holds for the whole and for the SIREN, except at La Poste. A well-formed
 * number may belong to nobody.
 *
 * @param value the fourteen digits
 */
public record Siret(String value) {

    static final int LENGTH = 14;

    private static final String LA_POSTE = "356000000";

    /**
     * The one establishment of La Poste that follows the common rule: its digits do not add up to a multiple of five,
     * those of the 3,276 others of a register extract do.
     */
    private static final String LA_POSTE_HEAD_OFFICE = LA_POSTE + "00048";

    private static final int SHORTEST_SEARCH = 3;

    /** @throws IllegalArgumentException if the value is not fourteen valid digits; its message is the fault's name only */
    public Siret {
        SiretFault fault = faultOf(value);
        if (fault != null) {
            throw new IllegalArgumentException(fault.name());
        }
    }

    /**
     * Reads a number in any usual writing.
     *
     * @throws IllegalArgumentException if {@link #check} finds a fault; its message is the fault's name only, because
     *     what people paste by mistake may be a social-security number
     */
    public static Siret parse(@Nullable String raw) {
        return new Siret(Digits.withoutSeparators(raw));
    }

    /** What is wrong with this text; empty if it writes a SIRET. */
    public static Optional<SiretFault> check(@Nullable String raw) {
        return Optional.ofNullable(faultOf(Digits.withoutSeparators(raw)));
    }

    /**
     * The first digits of the SIRETs that somebody looks for by this text, which may be a SIRET, a SIREN or its beginning
     * in any usual writing; empty if it is none of these.
     */
    public static Optional<String> searchKey(@Nullable String raw) {
        return Optional.of(Digits.withoutSeparators(raw))
                .filter(text -> text.length() >= SHORTEST_SEARCH && text.length() <= LENGTH && Digits.areAll(text));
    }

    /** A number as it is printed; what is no SIRET stays as it is. */
    public static String written(String siret) {
        return faultOf(siret) == null ? new Siret(siret).formatted() : siret;
    }

    /** The legal unit this establishment belongs to. */
    public Siren siren() {
        return new Siren(value.substring(0, Siren.LENGTH));
    }

    /** As printed, the SIREN in groups of three, then the establishment: 552 081 317 66522. */
    public String formatted() {
        return siren().formatted() + NO_BREAK_SPACE + value.substring(Siren.LENGTH);
    }

    private static @Nullable SiretFault faultOf(String text) {
        if (text.isEmpty()) {
            return SiretFault.VIDE;
        }
        if (!Digits.areAll(text)) {
            return SiretFault.CARACTERE;
        }
        if (text.length() == Siren.LENGTH) {
            return SiretFault.SIREN_SEUL;
        }
        return text.length() == LENGTH ? checksumFaultOf(text) : SiretFault.LONGUEUR;
    }

    private static @Nullable SiretFault checksumFaultOf(String digits) {
        String siren = digits.substring(0, Siren.LENGTH);
        if (Digits.sum(siren) == 0) {
            return SiretFault.SIREN_NUL;
        }
        if (siren.equals(LA_POSTE)) {
            boolean known = digits.equals(LA_POSTE_HEAD_OFFICE) || Digits.sum(digits) % 5 == 0;
            return known ? null : SiretFault.LA_POSTE_MODULO_5;
        }
        boolean sirenHolds = Digits.passLuhn(siren);
        if (Digits.passLuhn(digits)) {
            return sirenHolds ? null : SiretFault.LUHN_SIREN;
        }
        return sirenHolds ? SiretFault.LUHN_SIRET : SiretFault.LUHN_SIREN_ET_SIRET;
    }
}
