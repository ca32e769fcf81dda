package fr.rappel.refresh;

import fr.rappel.dossier.DocumentDirection;
import fr.rappel.dossier.DocumentKind;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.DossierType;
import fr.rappel.dossier.InvoiceStatus;
import fr.rappel.shared.InventedCompany;
import fr.rappel.shared.InventedPerson;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A dossier that does not exist. The same number, count of companies and day give the same dossier, whose dates follow
 * each other: sent, decided, begun, invoiced, paid, closed.
 *
 * @param months length of the training
 * @param amountAsked in cents
 * @param today nothing is dated after it but what lies ahead: beginning, end, decision due
 */
record InventedDossier(
        int index,
        InventedCompany employer,
        InventedCompany provider,
        DossierType type,
        DossierStatus status,
        LocalDate sentOn,
        LocalDate decidedOn,
        int months,
        long amountAsked,
        LocalDate today) {

    private static final long SEED = 2026;

    /** What whoever invoices hands in, one paper for each dossier: the others are missing, and said to be. */
    private static final List<DocumentKind> HANDED_IN =
            List.of(DocumentKind.FACTURE, DocumentKind.CERTIFICAT_REALISATION, DocumentKind.RIB);

    private static final int DAYS_TO_DECIDE = 20;

    /** Half of them are of the last months: callers ask about these. */
    static InventedDossier numbered(int index, int companies, LocalDate today) {
        SplittableRandom random = new SplittableRandom(SEED * 1_000_003 + index);
        int daysAgo = 2 + random.nextInt(random.nextBoolean() ? 150 : 700);
        DossierType[] types = DossierType.values();
        DossierType type = types[Math.min(random.nextInt(8) / 2 + random.nextInt(2), types.length - 1)];
        LocalDate sentOn = today.minusDays(daysAgo);
        InventedDossier granted = new InventedDossier(
                index,
                new InventedCompany(index % companies),
                new InventedCompany(random.nextInt(companies / 10) * 10 + 3),
                type,
                DossierStatus.ACCORDE,
                sentOn,
                sentOn.plusDays(Math.min(1 + index % 15, daysAgo - 1)),
                isContract(type) ? 6 + random.nextInt(19) : 1 + random.nextInt(6),
                10_000L * (5 + random.nextInt(90)) + random.nextInt(10_000),
                today);
        return granted.as(daysAgo < 40 ? undecided(random.nextInt(5)) : granted.settled(random.nextInt(20)));
    }

    private static DossierStatus undecided(int chance) {
        return List.of(
                        DossierStatus.BROUILLON,
                        DossierStatus.A_VALIDER,
                        DossierStatus.TRANSMIS,
                        DossierStatus.INCOMPLET,
                        DossierStatus.EN_COURS_INSTRUCTION)
                .get(chance);
    }

    /** What has become of one that was sent a while ago. */
    private DossierStatus settled(int chance) {
        return switch (chance) {
            case 0 -> DossierStatus.REFUSE;
            case 1 -> DossierStatus.REJETE;
            case 2 -> DossierStatus.ANNULE;
            case 3 -> isContract(type) && isPast(brokenOffOn()) ? DossierStatus.ROMPU : DossierStatus.ANNULE;
            case 4, 5, 6 -> isPast(sentOn.plusDays(150)) ? DossierStatus.ANNULE : DossierStatus.INCOMPLET;
            default -> isPast(endsOn().plusMonths(1)) ? DossierStatus.SOLDE : DossierStatus.ACCORDE;
        };
    }

    private InventedDossier as(DossierStatus other) {
        return new InventedDossier(
                index, employer, provider, type, other, sentOn, decidedOn, months, amountAsked, today);
    }

    /** On the day on which it was sent. */
    InventedDossier asSent() {
        return as(status == DossierStatus.BROUILLON ? status : DossierStatus.TRANSMIS);
    }

    /** On the day on which it was decided. */
    InventedDossier asDecided() {
        return as(status == DossierStatus.SOLDE || status == DossierStatus.ROMPU ? DossierStatus.ACCORDE : status);
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

    LocalDate endsOn() {
        return startsOn().plusMonths(months);
    }

    private LocalDate brokenOffOn() {
        return startsOn().plusDays(45);
    }

    /** Three quarters of what was asked. */
    long amountGranted() {
        return amountAsked * 3 / 4;
    }

    LocalDate statusOn() {
        return switch (status) {
            case BROUILLON, TRANSMIS -> sentOn;
            case ROMPU -> brokenOffOn();
            case SOLDE -> paidOn();
            default -> decidedOn;
        };
    }

    boolean isGranted() {
        return status == DossierStatus.ACCORDE || status == DossierStatus.SOLDE;
    }

    boolean isComplete() {
        return isGranted()
                || status == DossierStatus.ROMPU
                || status == DossierStatus.REFUSE
                || status == DossierStatus.EN_COURS_INSTRUCTION;
    }

    LocalDate completeOn() {
        return sentOn.plusDays(ChronoUnit.DAYS.between(sentOn, decidedOn) / 2);
    }

    LocalDate decisionDueOn() {
        return completeOn().plusDays(DAYS_TO_DECIDE);
    }

    /** Fifteen digits, of contracts only: department, year, month, rank. */
    String decaNumber() {
        return isContract(type)
                ? "075%d%02d%06d".formatted(sentOn.getYear(), sentOn.getMonthValue(), index % 1_000_000)
                : "";
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

    boolean isInvoiced() {
        return isGranted() && isPast(invoicedOn());
    }

    /** A contract under way is invoiced once it has begun, anything else when it is over. */
    LocalDate invoicedOn() {
        return isUnderWay() ? startsOn().plusDays(40) : endsOn().plusDays(5);
    }

    private boolean isUnderWay() {
        return isContract(type) && status != DossierStatus.SOLDE;
    }

    /** In cents. */
    long amountInvoiced() {
        return isUnderWay() ? amountGranted() / 2 : amountGranted();
    }

    /** Some wait for a paper or were rejected; the others are paid in their time. */
    InvoiceStatus invoiceStatus() {
        if (status == DossierStatus.SOLDE) {
            return InvoiceStatus.PAYEE;
        }
        return switch (index % 10) {
            case 0 -> InvoiceStatus.BONNE_A_PAYER;
            case 4 -> InvoiceStatus.REJETEE;
            case 5 -> InvoiceStatus.EN_CONTROLE;
            default -> isPast(paidOn()) ? InvoiceStatus.PAYEE : InvoiceStatus.DEPOSEE;
        };
    }

    boolean isPaid() {
        return isInvoiced() && invoiceStatus() == InvoiceStatus.PAYEE;
    }

    /** Transfers leave in the middle and at the end of a month. */
    LocalDate paidOn() {
        LocalDate checked = invoicedOn().plusDays(8);
        return checked.getDayOfMonth() <= 15
                ? checked.withDayOfMonth(15)
                : checked.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** What a training organisation is paid on one day is one transfer. */
    String bankReference() {
        return "VIR%s%06d".formatted(DateTimeFormatter.BASIC_ISO_DATE.format(paidOn()), provider.number());
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
        DocumentKind paper = isInvoiced() ? HANDED_IN.get(index % 3) : DocumentKind.CONVENTION_FORMATION;
        return List.of(
                document(1, form, sentOn),
                document(2, paper, isInvoiced() ? invoicedOn() : sentOn),
                document(3, letter, isGranted() ? decidedOn : statusOn()));
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

    private boolean isPast(LocalDate day) {
        return !day.isAfter(today);
    }

    private static boolean isContract(DossierType type) {
        return type == DossierType.CONTRAT_APPRENTISSAGE || type == DossierType.CONTRAT_PROFESSIONNALISATION;
    }
}
