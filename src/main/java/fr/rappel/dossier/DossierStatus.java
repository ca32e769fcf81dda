package fr.rappel.dossier;

import fr.rappel.shared.Tone;
import java.util.Arrays;
import java.util.List;

/** Where a dossier stands. The names are those of the trade and of the files. */
public enum DossierStatus {
    /** Not sent: only its writer sees it. */
    BROUILLON,
    /** Written by a training centre without mandate; the company has to validate it. */
    A_VALIDER,
    TRANSMIS,
    /** Papers are missing; the twenty days to decide run from the complete dossier. */
    INCOMPLET,
    EN_COURS_INSTRUCTION,
    ACCORDE,
    /** Refused on the merits. */
    REFUSE,
    /** Not admissible: wrong institution, duplicate, too late. */
    REJETE,
    ANNULE,
    /** The contract was broken off; what it ran for is still invoiced and paid, until it is settled. */
    ROMPU,
    /** No further payment is expected. */
    SOLDE;

    /** Whether something is still to be done or paid. */
    public boolean isOpen() {
        return switch (this) {
            case BROUILLON, A_VALIDER, TRANSMIS, INCOMPLET, EN_COURS_INSTRUCTION, ACCORDE, ROMPU -> true;
            case REFUSE, REJETE, ANNULE, SOLDE -> false;
        };
    }

    /** How it is to be taken. */
    public Tone tone() {
        return switch (this) {
            case ACCORDE, SOLDE -> Tone.GOOD;
            case BROUILLON, A_VALIDER, INCOMPLET -> Tone.ATTENTION;
            case TRANSMIS, EN_COURS_INSTRUCTION -> Tone.WAITING;
            case REFUSE, REJETE, ANNULE, ROMPU -> Tone.BAD;
        };
    }

    /** Names of all open states. */
    static List<String> open() {
        return Arrays.stream(values())
                .filter(DossierStatus::isOpen)
                .map(DossierStatus::name)
                .toList();
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.status." + name();
    }
}
