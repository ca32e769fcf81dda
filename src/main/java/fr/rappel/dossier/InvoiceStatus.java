package fr.rappel.dossier;

/** Where an invoice stands. */
public enum InvoiceStatus {
    /** Handed in. */
    DEPOSEE,
    /** Being checked. */
    EN_CONTROLE,
    /** Rejected, for a reason. */
    REJETEE,
    /** Checked, the payment follows. */
    BONNE_A_PAYER,
    /** Paid. */
    PAYEE;

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "dossier.invoice." + name();
    }
}
