package fr.rappel.refresh;

import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.InvoiceStatus;
import fr.rappel.shared.InventedCompany;
import fr.rappel.shared.InventedPerson;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * An information system that does not exist, of any size, as the files it would send: ten dossiers for each company, three
 * documents for each dossier. The same size and day give the same files.
 */
final class InventedCopy {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setRecordSeparator('\n')
            .get();
    private static final List<String> TOWNS = List.of(
            "75011;Paris;11",
            "69003;Lyon;84",
            "13002;Marseille;93",
            "31000;Toulouse;76",
            "33000;Bordeaux;75",
            "59000;Lille;32",
            "67000;Strasbourg;44",
            "44000;Nantes;52",
            "35000;Rennes;53",
            "97400;Saint-Denis;04");
    private static final int DOSSIERS_OF_A_COMPANY = 10;

    private final UnaryOperator<InventedDossier> moment;
    private final int dossiers;
    private final int companies;
    private final LocalDate today;

    /**
     * @param dossiers any number; beyond a million, companies have more than ten
     * @param today day on which the files are written
     */
    InventedCopy(int dossiers, LocalDate today) {
        this(dossiers, today, UnaryOperator.identity());
    }

    private InventedCopy(int dossiers, LocalDate today, UnaryOperator<InventedDossier> moment) {
        this.moment = moment;
        this.dossiers = dossiers;
        this.companies = Math.clamp(dossiers / DOSSIERS_OF_A_COMPANY, 60, InventedCompany.MOST);
        this.today = today;
    }

    int dossiers() {
        return dossiers;
    }

    /** Writes the file of a kind. */
    void write(ImportKind kind, Appendable out) throws IOException {
        CSVPrinter csv = new CSVPrinter(out, FORMAT);
        csv.printRecord((Object[]) header(kind).split(" "));
        int count = switch (kind) {
            case COMPANIES, ACCOUNTS, RATTACHEMENTS -> companies;
            default -> dossiers;
        };
        for (int i = 0; i < count; i++) {
            switch (kind) {
                case COMPANIES -> company(csv, i);
                case ACCOUNTS -> account(csv, i);
                case RATTACHEMENTS -> link(csv, i);
                case DOSSIERS -> dossier(csv, dossier(i));
                case DOCUMENTS -> documents(csv, dossier(i));
                case INVOICES -> invoice(csv, dossier(i));
                case PAYMENTS -> payment(csv, dossier(i));
            }
        }
        csv.flush();
    }

    /** The same dossiers, each on the day on which it was sent. */
    InventedCopy asSent() {
        return new InventedCopy(dossiers, today, InventedDossier::asSent);
    }

    /** The same dossiers, each on the day on which it was decided. */
    InventedCopy asDecided() {
        return new InventedCopy(dossiers, today, InventedDossier::asDecided);
    }

    InventedDossier dossier(int number) {
        return moment.apply(InventedDossier.numbered(number, companies, today));
    }

    private static String header(ImportKind kind) {
        return switch (kind) {
            case COMPANIES ->
                "siret raison_sociale forme_juridique naf tranche_effectif numero_adherent etat_entreprise"
                        + " adresse code_postal commune region siege etat_etablissement ferme_le siret_successeur";
            case ACCOUNTS -> "email personne profil administrateur statut";
            case RATTACHEMENTS -> "compte perimetre role depuis statut ajoute_par jusqu_au";
            case DOSSIERS ->
                "numero type siret_employeur siret_organisme nda beneficiaire debut fin montant_demande"
                        + " montant_accorde statut statut_le complet_le decision_avant motif_refus numero_deca maitre_complet";
            case DOCUMENTS -> "identifiant numero_dossier nature sens nom date type_contenu fichier signe";
            case INVOICES -> "siret_emetteur numero numero_dossier montant statut motif_rejet deposee_le";
            case PAYMENTS -> "reference_bancaire siret_emetteur numero_facture montant paye_le";
        };
    }

    /** Every fourth company has a second establishment; every twentieth has moved there. */
    private void company(CSVPrinter csv, int i) throws IOException {
        InventedCompany company = new InventedCompany(i);
        SplittableRandom random = new SplittableRandom(i);
        boolean moved = i % 20 == 7;
        int places = moved || i % 4 == 2 ? 2 : 1;
        for (int place = 1; place <= places; place++) {
            String[] town = TOWNS.get((i + place) % TOWNS.size()).split(";");
            boolean closed = moved && place == 1;
            csv.printRecord(
                    company.siret(place).value(),
                    company.name(),
                    company.isProvider() ? "Association" : "SARL",
                    company.isProvider() ? "85.59A" : "56.10A",
                    List.of("01", "02", "11", "12", "21").get(i % 5),
                    "AD%06d".formatted(i * 37 % 1_000_000),
                    "A",
                    1 + random.nextInt(120) + " rue des Écoles",
                    town[0],
                    town[1],
                    town[2],
                    moved == (place == 2) ? "oui" : "non",
                    closed ? "F" : "A",
                    closed ? today.minusDays(90) : "",
                    closed ? company.siret(2).value() : "");
        }
    }

    private void account(CSVPrinter csv, int i) throws IOException {
        InventedPerson person = InventedPerson.numbered(i);
        String kind = new InventedCompany(i).isProvider() ? i % 20 == 3 ? "CFA" : "OF" : "ENTREPRISE";
        csv.printRecord(
                email(i),
                person.firstName() + " " + person.lastName(),
                kind,
                i % 3 == 0 ? "oui" : "non",
                i % 25 == 24 ? "BLOQUE" : "ACTIF");
    }

    /** Most see their company; some were removed, asked without answer, or see one establishment only. */
    private void link(CSVPrinter csv, int i) throws IOException {
        InventedCompany company = new InventedCompany(i);
        String role = company.isProvider() ? i % 20 == 3 ? "CFA" : "ORGANISME_FORMATION" : "ENTREPRISE";
        boolean removed = i % 6 == 1;
        boolean oneOnly = i % 6 == 2;
        csv.printRecord(
                email(i),
                oneOnly ? company.siret(1).value() : company.siren().value(),
                role,
                today.minusDays(200 + i % 300),
                removed ? "RETIRE" : i % 12 == 5 ? "DEMANDE" : "ACTIF",
                email(i),
                removed ? today.minusDays(10) : "");
    }

    private static void dossier(CSVPrinter csv, InventedDossier d) throws IOException {
        csv.printRecord(
                d.number(),
                d.type(),
                d.employerSiret(),
                d.providerSiret(),
                d.providerNda(),
                d.trainee(),
                d.startsOn(),
                d.endsOn(),
                euros(d.amountAsked()),
                d.isGranted() ? euros(d.amountGranted()) : "",
                d.status(),
                d.statusOn() + "T09:30",
                d.isComplete() ? d.completeOn() : "",
                d.isComplete() ? d.decisionDueOn() : "",
                d.status() == DossierStatus.REFUSE ? "La formation ne relève pas des fonds de la branche." : "",
                d.decaNumber(),
                d.masterComplete());
    }

    private static void documents(CSVPrinter csv, InventedDossier d) throws IOException {
        for (InventedDocument document : d.documents()) {
            csv.printRecord(
                    document.id(),
                    d.number(),
                    document.kind(),
                    document.direction(),
                    document.name(),
                    document.dated(),
                    "application/pdf",
                    document.storageKey(),
                    d.signed(document));
        }
    }

    private static void invoice(CSVPrinter csv, InventedDossier d) throws IOException {
        if (d.isInvoiced()) {
            csv.printRecord(
                    d.providerSiret(),
                    d.invoiceNumber(),
                    d.number(),
                    euros(d.amountInvoiced()),
                    d.invoiceStatus(),
                    d.invoiceStatus() == InvoiceStatus.REJETEE ? "Le certificat de réalisation manque." : "",
                    d.invoicedOn());
        }
    }

    private static void payment(CSVPrinter csv, InventedDossier d) throws IOException {
        if (d.isPaid()) {
            csv.printRecord(
                    d.bankReference(), d.providerSiret(), d.invoiceNumber(), euros(d.amountInvoiced()), d.paidOn());
        }
    }

    private static String email(int company) {
        return "contact" + company + "@exemple.fr";
    }

    private static String euros(long cents) {
        return "%d,%02d".formatted(cents / 100, cents % 100);
    }
}
