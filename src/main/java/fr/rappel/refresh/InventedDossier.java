package fr.rappel.refresh;

import fr.rappel.dossier.DocumentDirection;
import fr.rappel.dossier.DocumentKind;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.DossierType;
import fr.rappel.dossier.InvoiceStatus;
import fr.rappel.shared.InventedCompany;
import fr.rappel.shared.InventedPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A dossier that does not exist. The same number, count of companies and day give the same dossier.
 *
 * @param settledAfter days until it reached its status
 * @param months length of the training
 * @param amountAsked in cents
 */
record InventedDossier(
        int index,
        InventedCompany employer,
        InventedCompany provider,
        DossierType type,
        DossierStatus status,
        LocalDate sentOn,
        int settledAfter,
        int months,
        long amountAsked) {

    private static final long SEED = 2026;

    /** What whoever invoices hands in, one paper for each dossier: the others are missing, and said to be. */
    private static final List<DocumentKind> HANDED_IN =
            List.of(DocumentKind.FACTURE, DocumentKind.CERTIFICAT_REALISATION, DocumentKind.RIB);

    /** Oldest first: they are through; the newest are on their way. */
    static InventedDossier numbered(int index, int companies, LocalDate today) {
        SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + index);
        int daysAgo = 2 + random.nextInt(700);
        DossierType[] types = DossierType.values();
        return new InventedDossier(
                index,
                new InventedCompany(index % companies),
                new InventedCompany(random.nextInt(companies / 10) * 10 + 3),
                types[Math.min(random.nextInt(8) / 2 + random.nextInt(2), types.length - 1)],
                status(daysAgo, random.nextInt(20)),
                today.minusDays(daysAgo),
                Math.min(1 + index % 15, daysAgo - 1),
                1 + random.nextInt(24),
                10_000L * (5 + random.nextInt(90)) + random.nextInt(10_000));
    }

    private static DossierStatus status(int daysAgo, int chance) {
        if (daysAgo < 40) {
            return List.of(
                            DossierStatus.BROUILLON,
                            DossierStatus.A_VALIDER,
                            DossierStatus.TRANSMIS,
                            DossierStatus.INCOMPLET,
                            DossierStatus.EN_COURS_INSTRUCTION)
                    .get(chance % 5);
        }
        return switch (chance) {
            case 0 -> DossierStatus.REFUSE;
            case 1 -> DossierStatus.REJETE;
            case 2 -> DossierStatus.ANNULE;
            case 3 -> DossierStatus.ROMPU;
            case 4, 5 -> DossierStatus.INCOMPLET;
            case 6, 7, 8, 9, 10, 11 -> DossierStatus.SOLDE;
            default -> DossierStatus.ACCORDE;
        };
    }

    InventedDossier asSent() {
        DossierStatus first = status == DossierStatus.BROUILLON ? status : DossierStatus.TRANSMIS;
        return new InventedDossier(index, employer, provider, type, first, sentOn, 0, months, amountAsked);
    }

    String number() {
        return "D%d-%07d".formatted(sentOn.getYear(), index + 1);
    }

    String employerSiret() {
        return employer.siret(1).value();
    }

    String providerSiret() {
        return provider.siret(1).value();
    }

    String providerNda() {
        return "11%07d75".formatted(provider.number());
    }

    String trainee() {
        InventedPerson person = InventedPerson.numbered(index * 3 + index / 1000);
        return person.firstName() + " " + person.lastName();
    }

    LocalDate startsOn() {
        return sentOn.plusDays(30);
    }

    /** Three quarters of what was asked. */
    long amountGranted() {
        return amountAsked * 3 / 4;
    }

    LocalDate statusOn() {
        boolean atOnce = status == DossierStatus.BROUILLON || status == DossierStatus.TRANSMIS;
        return atOnce ? sentOn : sentOn.plusDays(settledAfter);
    }

    boolean isGranted() {
        return status == DossierStatus.ACCORDE || status == DossierStatus.SOLDE;
    }

    boolean isComplete() {
        return isGranted() || status == DossierStatus.REFUSE || status == DossierStatus.EN_COURS_INSTRUCTION;
    }

    /** Fifteen digits, of contracts only: department, year, month, rank. */
    String decaNumber() {
        boolean contract =
                type == DossierType.CONTRAT_APPRENTISSAGE || type == DossierType.CONTRAT_PROFESSIONNALISATION;
        return contract ? "075%d%02d%06d".formatted(sentOn.getYear(), sentOn.getMonthValue(), index % 1_000_000) : "";
    }

    /** Of apprentices: "non" where that alone is missing. */
    String masterComplete() {
        boolean missing = status == DossierStatus.INCOMPLET && index % 3 == 1;
        return type == DossierType.CONTRAT_APPRENTISSAGE ? missing ? "non" : "oui" : "";
    }

    /** Of the form: "non" where that alone is missing. */
    String signed(InventedDocument document) {
        boolean missing = status == DossierStatus.INCOMPLET && index % 3 == 0;
        boolean form = document.kind() == DocumentKind.CERFA_10103 || document.kind() == DocumentKind.CERFA_12434;
        return form ? missing ? "non" : "oui" : "";
    }

    String invoiceNumber() {
        return "FA-" + sentOn.getYear() + "-" + (index + 1);
    }

    InvoiceStatus invoiceStatus() {
        return status == DossierStatus.SOLDE ? InvoiceStatus.PAYEE : InvoiceStatus.values()[index % 5];
    }

    /** Neighbours are paid by one transfer. */
    String bankReference() {
        return "VIR%09d".formatted(index / 4);
    }

    List<InventedDocument> documents() {
        DocumentKind form = switch (type) {
            case CONTRAT_APPRENTISSAGE -> DocumentKind.CERFA_10103;
            case CONTRAT_PROFESSIONNALISATION -> DocumentKind.CERFA_12434;
            default -> DocumentKind.PROGRAMME;
        };
        DocumentKind letter = switch (status) {
            case ACCORDE, SOLDE -> DocumentKind.ACCORD_PRISE_EN_CHARGE;
            case REFUSE, REJETE -> DocumentKind.REFUS_PRISE_EN_CHARGE;
            case INCOMPLET -> DocumentKind.RELANCE;
            case ROMPU -> DocumentKind.NOTIFICATION_RUPTURE;
            default -> DocumentKind.MANDAT_GESTION;
        };
        return List.of(
                document(1, form, sentOn),
                document(2, isGranted() ? HANDED_IN.get(index % 3) : DocumentKind.CONVENTION_FORMATION, statusOn()),
                document(3, letter, statusOn()));
    }

    private InventedDocument document(int rank, DocumentKind kind, LocalDate dated) {
        String id = "G%08d-%d".formatted(index + 1, rank);
        boolean letter = kind == DocumentKind.ACCORD_PRISE_EN_CHARGE
                || kind == DocumentKind.REFUS_PRISE_EN_CHARGE
                || kind == DocumentKind.RELANCE;
        return new InventedDocument(
                id,
                kind,
                letter ? DocumentDirection.EMIS : DocumentDirection.DEPOSE,
                dated,
                "demo/" + number() + "/" + id + ".pdf");
    }
}
