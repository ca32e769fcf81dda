package fr.rappel.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One place where a company works. A move gives it another SIRET.
 *
 * @param regionCode INSEE's code; null abroad and in some overseas territories
 * @param successorSiret where its work went on after it closed or moved
 */
public record Establishment(
        String siret,
        String siren,
        @Nullable String address,
        @Nullable String postcode,
        @Nullable String commune,
        @Nullable String regionCode,
        boolean headOffice,
        RegisterState state,
        @Nullable LocalDate closedOn,
        @Nullable String successorSiret) {

    /** The same, succeeded by that establishment. */
    Establishment succeededBy(String siretOfSuccessor) {
        return new Establishment(
                siret, siren, address, postcode, commune, regionCode, headOffice, state, closedOn, siretOfSuccessor);
    }
}
