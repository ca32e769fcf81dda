package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Link of a portal account to a company or to one of its establishments.
 *
 * @param siren the company concerned
 * @param siret the one establishment it is limited to; null if it covers the whole company, future establishments included
 * @param since day it was asked for or added; the first day of an accepted link
 * @param untilOn day it was refused or removed; the last day of an accepted link, null if it has none
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

    /** Where the link stands on that day. */
    public LinkState on(LocalDate day) {
        return switch (status) {
            case DEMANDE -> LinkState.DEMANDE;
            case REFUSE -> LinkState.REFUSE;
            case RETIRE -> LinkState.RETIRE;
            case ACTIF -> {
                if (untilOn != null && untilOn.isBefore(day)) {
                    yield LinkState.TERMINE;
                }
                yield since.isAfter(day) ? LinkState.A_VENIR : LinkState.ACTIF;
            }
        };
    }

    /** Day on which the link ended, or was asked for in vain. */
    public LocalDate end() {
        return Objects.requireNonNullElse(untilOn, since);
    }

    /** The SIRET or SIREN that was asked for. */
    String scope() {
        return Objects.requireNonNullElse(siret, siren);
    }

    /** The side from which the link sees dossiers. */
    Profile profile() {
        return role.seesAsEmployer() ? Profile.ENTREPRISE : Profile.ORGANISME_FORMATION;
    }
}
