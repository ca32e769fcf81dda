package fr.rappel.shared;

import static fr.rappel.shared.Digits.NO_BREAK_SPACE;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Number of a legal unit in the French register of companies: nine digits that pass Luhn's check, leading zeros
 * included. A well-formed number may belong to nobody.
 *
 * @param value the nine digits
 */
public record Siren(String value) {

    /** Digits of a SIREN; the first ones of each SIRET of its company. */
    public static final int LENGTH = 9;

    /** @throws IllegalArgumentException if the value is not nine valid digits; its message is the fault's name only */
    public Siren {
        SirenFault fault = faultOf(value);
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
    public static Siren parse(@Nullable String raw) {
        return new Siren(Digits.withoutSeparators(raw));
    }

    /** What is wrong with this text; empty if it writes a SIREN. */
    public static Optional<SirenFault> check(@Nullable String raw) {
        return Optional.ofNullable(faultOf(Digits.withoutSeparators(raw)));
    }

    /** A number as it is printed; what is no SIREN stays as it is. */
    public static String written(String siren) {
        return faultOf(siren) == null ? new Siren(siren).formatted() : siren;
    }

    /** As printed, in groups of three: 552 081 317. */
    public String formatted() {
        return value.substring(0, 3) + NO_BREAK_SPACE + value.substring(3, 6) + NO_BREAK_SPACE + value.substring(6);
    }

    private static @Nullable SirenFault faultOf(String text) {
        if (text.isEmpty()) {
            return SirenFault.VIDE;
        }
        if (!Digits.areAll(text)) {
            return SirenFault.CARACTERE;
        }
        if (text.length() == Siret.LENGTH) {
            return SirenFault.SIRET_SAISI;
        }
        if (text.length() != LENGTH) {
            return SirenFault.LONGUEUR;
        }
        if (Digits.sum(text) == 0) {
            return SirenFault.SIREN_NUL;
        }
        return Digits.passLuhn(text) ? null : SirenFault.LUHN_SIREN;
    }
}
