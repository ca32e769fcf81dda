package fr.rappel.dossier;

import static fr.rappel.dossier.DossierStatus.ACCORDE;
import static fr.rappel.dossier.DossierStatus.A_VALIDER;
import static fr.rappel.dossier.DossierStatus.BROUILLON;
import static fr.rappel.dossier.DossierStatus.EN_COURS_INSTRUCTION;
import static fr.rappel.dossier.DossierStatus.INCOMPLET;
import static fr.rappel.dossier.DossierStatus.ROMPU;
import static fr.rappel.dossier.DossierStatus.TRANSMIS;
import static fr.rappel.dossier.DossierType.ACTION_FORMATION;
import static fr.rappel.dossier.DossierType.CONTRAT_APPRENTISSAGE;
import static fr.rappel.dossier.DossierType.CONTRAT_PROFESSIONNALISATION;
import static fr.rappel.dossier.DossierType.PRO_A;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may keep a dossier from going on: for which types, in which states, seen by what, and who says so. The sentences
 * stand in the translation bundle; their order here is the order in which an agent says them.
 */
public enum BlockingRule {
    PRO_A_CLOSED(
            "law 2025-989 of 24 October 2025",
            EnumSet.of(PRO_A),
            EnumSet.of(BROUILLON, A_VALIDER),
            when(s -> s.dossier().startsOn() == null || !s.dossier().startsOn().isBefore(LocalDate.of(2026, 1, 1)))),
    DRAFT("portal state BROUILLON: seen by its writer only", every(), EnumSet.of(BROUILLON), when(s -> true)),
    COMPANY_MUST_VALIDATE(
            "customer's page: without mandate the company validates", every(), EnumSet.of(A_VALIDER), when(s -> true)),
    INVOICE_REJECTED(
            "invoice state REJETEE: a reason is due",
            every(),
            untilPaid(),
            s -> s.rejectedInvoices()
                    .limit(BlockingRule.MOST_OF_ONE_RULE)
                    .map(invoice ->
                            List.of(invoice.number(), Objects.requireNonNullElse(invoice.rejectReason(), "—")))),
    SILENCE_IS_REFUSAL(
            "labour code D.6224-1 ff.: twenty days from the complete dossier, then silence refuses",
            EnumSet.of(CONTRAT_APPRENTISSAGE),
            EnumSet.of(TRANSMIS, EN_COURS_INSTRUCTION),
            s -> s.silentSince().stream().map(List::of)),
    DECISION_OVERDUE(
            "decision due date of the copy",
            EnumSet.complementOf(EnumSet.of(CONTRAT_APPRENTISSAGE)),
            EnumSet.of(TRANSMIS, EN_COURS_INSTRUCTION),
            s -> s.overdueSince().stream().map(List::of)),
    CERFA_APPRENTISSAGE_MISSING(
            "labour code D.6224-1: the contract, form 10103",
            EnumSet.of(CONTRAT_APPRENTISSAGE),
            beforeDecision(),
            when(s -> s.lacks(DocumentKind.CERFA_10103))),
    CERFA_PROFESSIONNALISATION_MISSING(
            "form 12434",
            EnumSet.of(CONTRAT_PROFESSIONNALISATION),
            beforeDecision(),
            when(s -> s.lacks(DocumentKind.CERFA_12434))),
    CERFA_UNSIGNED(
            "forms 10103 and 12434: signed by both sides; column signe of the copy",
            EnumSet.of(CONTRAT_APPRENTISSAGE, CONTRAT_PROFESSIONNALISATION),
            beforeDecision(),
            when(s -> s.isUnsigned(
                    s.dossier().type() == CONTRAT_APPRENTISSAGE
                            ? DocumentKind.CERFA_10103
                            : DocumentKind.CERFA_12434))),
    AMENDMENT_MISSING(
            "Pro-A: amendment of the contract of employment",
            EnumSet.of(PRO_A),
            beforeDecision(),
            when(s -> s.lacks(DocumentKind.AVENANT))),
    MASTER_INCOMPLETE(
            "form 10103: identity and conditions of the apprentice's master",
            EnumSet.of(CONTRAT_APPRENTISSAGE),
            beforeDecision(),
            when(s -> Boolean.FALSE.equals(s.dossier().masterComplete()))),
    AGREEMENT_MISSING(
            "labour code D.6224-1 and AKTO's rules: contract and training agreement together",
            EnumSet.of(CONTRAT_APPRENTISSAGE, CONTRAT_PROFESSIONNALISATION, PRO_A, ACTION_FORMATION),
            beforeDecision(),
            when(s -> s.lacks(DocumentKind.CONVENTION_FORMATION))),
    AGREEMENT_UNSIGNED(
            "training agreement: signed; column signe of the copy",
            EnumSet.of(CONTRAT_APPRENTISSAGE, CONTRAT_PROFESSIONNALISATION, PRO_A, ACTION_FORMATION),
            beforeDecision(),
            when(s -> s.isUnsigned(DocumentKind.CONVENTION_FORMATION))),
    PROGRAMME_MISSING(
            "AKTO's rules 2026: agreement and programme",
            EnumSet.of(ACTION_FORMATION),
            beforeDecision(),
            when(s -> s.lacks(DocumentKind.PROGRAMME))),
    ACTIVITY_NUMBER_MISSING(
            "AKTO's rules 2026: the provider needs a valid NDA",
            EnumSet.of(CONTRAT_APPRENTISSAGE, CONTRAT_PROFESSIONNALISATION, PRO_A, ACTION_FORMATION),
            beforeDecision(),
            when(s -> s.dossier().providerNda() == null)),
    REMINDER_UNANSWERED(
            "state INCOMPLET: a reminder was sent, the twenty days do not run",
            every(),
            EnumSet.of(INCOMPLET),
            s -> s.unansweredReminder().stream().map(List::of)),
    INCOMPLETE_UNSPECIFIED(
            "state INCOMPLET: something is asked for that the copy does not name",
            every(),
            EnumSet.of(INCOMPLET),
            when(BlockingRule::hasNoOther)),
    BANK_DETAILS_MISSING(
            "customer's page: Mes factures, deposit a RIB",
            every(),
            untilPaid(),
            when(s -> s.lacks(DocumentKind.RIB)
                    && s.invoicesToPay().anyMatch(invoice -> !s.payable().contains(invoice.issuerSiret())))),
    CERTIFICATE_MISSING(
            "AKTO's rules 2026: paid on invoice and certificat de réalisation",
            every(),
            untilPaid(),
            when(s -> s.lacks(DocumentKind.CERTIFICAT_REALISATION)
                    && s.invoicesToPay().findAny().isPresent())),
    INVOICE_MISSING(
            "AKTO's rules 2026: paid on invoice",
            every(),
            EnumSet.of(ACCORDE),
            when(s -> s.hasBegun() && s.invoices().isEmpty()));

    private static final int MOST_OF_ONE_RULE = 3;

    private final String source;
    private final Set<DossierType> types;
    private final Set<DossierStatus> statuses;
    private final Function<Situation, Stream<List<Object>>> test;

    BlockingRule(
            String source,
            Set<DossierType> types,
            Set<DossierStatus> statuses,
            Function<Situation, Stream<List<Object>>> test) {
        this.source = source;
        this.types = types;
        this.statuses = statuses;
        this.test = test;
    }

    /** What keeps that dossier from going on, in the order of the rules. */
    static List<Blocker> blockersOf(Situation situation) {
        return Arrays.stream(values()).flatMap(rule -> rule.apply(situation)).toList();
    }

    /** Where the rule comes from. */
    public String source() {
        return source;
    }

    /** Key of its sentence in the translation bundle. */
    public String messageKey() {
        return "dossier.blocker." + name();
    }

    private Stream<Blocker> apply(Situation situation) {
        Dossier dossier = situation.dossier();
        return types.contains(dossier.type()) && statuses.contains(dossier.status())
                ? test.apply(situation).map(arguments -> new Blocker(this, arguments))
                : Stream.empty();
    }

    private static boolean hasNoOther(Situation situation) {
        return Arrays.stream(values())
                .filter(rule -> rule != INCOMPLETE_UNSPECIFIED)
                .allMatch(rule -> rule.apply(situation).findAny().isEmpty());
    }

    private static Function<Situation, Stream<List<Object>>> when(Predicate<Situation> holds) {
        return situation -> holds.test(situation) ? Stream.of(List.of()) : Stream.empty();
    }

    private static Set<DossierType> every() {
        return EnumSet.allOf(DossierType.class);
    }

    private static Set<DossierStatus> beforeDecision() {
        return EnumSet.of(A_VALIDER, TRANSMIS, INCOMPLET, EN_COURS_INSTRUCTION);
    }

    /** A broken contract, too, is invoiced up to the day on which it ended. */
    private static Set<DossierStatus> untilPaid() {
        return EnumSet.of(ACCORDE, ROMPU);
    }
}
