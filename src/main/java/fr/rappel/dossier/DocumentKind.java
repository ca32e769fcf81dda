package fr.rappel.dossier;

/** What a document of a dossier is. */
public enum DocumentKind {
    ACCORD_PRISE_EN_CHARGE,
    REFUS_PRISE_EN_CHARGE,
    RELANCE,
    CERFA_10103,
    CERFA_12434,
    CONVENTION_FORMATION,
    CONVENTION_TRIPARTITE,
    PROGRAMME,
    FACTURE,
    CERTIFICAT_REALISATION,
    RIB,
    MANDAT_GESTION,
    AVENANT,
    NOTIFICATION_RUPTURE,
    AVIS_PAIEMENT,
    AUTRE;

    /** Whether its file is for supervisors alone; an agent learns that it is there, and of which day. */
    public boolean isConfidential() {
        return this == RIB;
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.document." + name();
    }
}
