package fr.rappel.dossier;

/**
 * Where things of one kind are found, and what a hit says of them.
 *
 * @param columns of a row {@code t} of the table
 * @param join what else the columns need
 */
record HitSource(String table, String columns, String join) {

    private static final String NO_DOSSIER = ", cast(null as varchar) as type, cast(null as varchar) as status,"
            + " cast(null as timestamp with time zone) as status_at";
    private static final String NO_AMOUNT = ", cast(null as bigint) as amount";
    private static final String NO_DAY = ", cast(null as date) as on_day";
    private static final String NO_TEXT = ", cast(null as varchar) as text";

    static HitSource of(HitKind kind) {
        return switch (kind) {
            case DOSSIER ->
                new HitSource(
                        "dossier_dossier",
                        "t.number as id, t.number as label, t.trainee || ' — ' || c.name as text" + NO_AMOUNT
                                + ", t.starts_on as on_day, t.type, t.status, t.status_at",
                        "join dossier_company c on c.siren = t.employer_siren");
            case COMPANY ->
                new HitSource(
                        "dossier_company",
                        "t.siren as id, t.name as label" + NO_TEXT + NO_AMOUNT + NO_DAY + NO_DOSSIER,
                        "");
            case ESTABLISHMENT ->
                new HitSource(
                        "dossier_establishment",
                        "t.siret as id, c.name as label, t.commune as text" + NO_AMOUNT + ", t.closed_on as on_day"
                                + NO_DOSSIER,
                        "join dossier_company c on c.siren = t.siren");
            case ACCOUNT ->
                new HitSource(
                        "dossier_account",
                        "t.email_key as id, t.email as label, t.person as text" + NO_AMOUNT + NO_DAY + NO_DOSSIER,
                        "");
            case INVOICE ->
                new HitSource(
                        "dossier_invoice",
                        "t.issuer_siret || '/' || t.number as id, t.number as label, t.dossier_number as text, t.amount,"
                                + " t.deposited_on as on_day" + NO_DOSSIER,
                        "");
            case PAYMENT ->
                new HitSource(
                        "dossier_payment",
                        "t.bank_reference as id, t.bank_reference as label, min(p.invoice_number) as text,"
                                + " cast(sum(p.amount) as bigint) as amount, min(p.paid_on) as on_day" + NO_DOSSIER,
                        "join dossier_payment p on p.bank_reference = t.bank_reference"
                                + " group by t.bank_reference, t.place, t.seen");
        };
    }
}
