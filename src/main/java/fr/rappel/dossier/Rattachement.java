package fr.rappel.dossier;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Link of a portal account to a company or to one of its establishments.
 *
 * @param siren the company concerned
 * @param siret the one establishment it is limited to; null if it covers the whole company, future establishments included
 * @param since day it was asked for or added
 * @param untilOn day it was refused or removed
 */
public record Rattachement(
        String accountKey,
        String siren,
        @Nullable String siret,
        RattachementRole role,
        LocalDate since,
        RattachementStatus status,
        @Nullable String addedBy,
        @Nullable LocalDate untilOn) {

    /** Whether the link, if it is active, reaches that establishment. */
    public boolean covers(String otherSiret) {
        return siret == null ? otherSiret.startsWith(siren) : siret.equals(otherSiret);
    }
}
