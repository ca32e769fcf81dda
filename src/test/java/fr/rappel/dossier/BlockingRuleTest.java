package fr.rappel.dossier;

import static fr.rappel.dossier.BlockingRule.*;
import static fr.rappel.dossier.DocumentKind.*;
import static fr.rappel.dossier.DossierStatus.*;
import static fr.rappel.dossier.DossierType.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rules: for each, a dossier that it holds up, and dossiers that nothing holds up. */
class BlockingRuleTest {

    private static final String SHOP = "55208131766522";
    private static final String CFA = "13002526500013";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 3);
    private static final LocalDate YESTERDAY = TODAY.minusDays(1);

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void saysWhatBlocks(String name, Case dossier, List<BlockingRule> expected) {
        assertThat(BlockingRule.blockersOf(dossier.situation()))
                .extracting(Blocker::rule)
                .containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row("a draft", of(CONTRAT_APPRENTISSAGE, BROUILLON), DRAFT),
                row("a Pro-A draft of 2026", of(PRO_A, BROUILLON).starting("2026-01-01"), PRO_A_CLOSED, DRAFT),
                row("a Pro-A draft without a day", of(PRO_A, BROUILLON), PRO_A_CLOSED, DRAFT),
                row("a Pro-A draft of 2025", of(PRO_A, BROUILLON).starting("2025-12-31"), DRAFT),
                row(
                        "to be validated, all papers there",
                        of(CONTRAT_APPRENTISSAGE, A_VALIDER).received(CERFA_10103, CONVENTION_FORMATION),
                        COMPANY_MUST_VALIDATE),
                row(
                        "apprenticeship without papers",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS),
                        CERFA_APPRENTISSAGE_MISSING,
                        AGREEMENT_MISSING),
                row(
                        "apprenticeship, papers only sent by us",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS).sent(YESTERDAY, CERFA_10103, CONVENTION_FORMATION),
                        CERFA_APPRENTISSAGE_MISSING,
                        AGREEMENT_MISSING),
                row(
                        "apprenticeship, master unknown",
                        of(CONTRAT_APPRENTISSAGE, EN_COURS_INSTRUCTION)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .master(false),
                        MASTER_INCOMPLETE),
                row(
                        "apprenticeship, master known",
                        of(CONTRAT_APPRENTISSAGE, EN_COURS_INSTRUCTION)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .master(true)),
                row(
                        "professionalisation with the wrong form",
                        of(CONTRAT_PROFESSIONNALISATION, TRANSMIS).received(CERFA_10103, CONVENTION_FORMATION),
                        CERFA_PROFESSIONNALISATION_MISSING),
                row(
                        "professionalisation, master does not matter",
                        of(CONTRAT_PROFESSIONNALISATION, TRANSMIS)
                                .received(CERFA_12434, CONVENTION_FORMATION)
                                .master(false)),
                row("Pro-A without amendment", of(PRO_A, TRANSMIS).received(CONVENTION_FORMATION), AMENDMENT_MISSING),
                row(
                        "training without programme and activity number",
                        of(ACTION_FORMATION, TRANSMIS)
                                .received(CONVENTION_FORMATION)
                                .withoutNda(),
                        PROGRAMME_MISSING,
                        ACTIVITY_NUMBER_MISSING),
                row(
                        "reconversion asks for no papers of other types",
                        of(PERIODE_RECONVERSION, TRANSMIS).withoutNda()),
                row(
                        "apprenticeship, decision overdue",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .due(YESTERDAY),
                        SILENCE_IS_REFUSAL),
                row(
                        "apprenticeship, decision due today",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .due(TODAY)),
                row(
                        "training, decision overdue",
                        of(ACTION_FORMATION, EN_COURS_INSTRUCTION)
                                .received(CONVENTION_FORMATION, PROGRAMME)
                                .due(YESTERDAY),
                        DECISION_OVERDUE),
                row(
                        "incomplete: the twenty days do not run",
                        of(CONTRAT_APPRENTISSAGE, INCOMPLET)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .due(YESTERDAY)
                                .complete(TODAY.minusDays(90)),
                        INCOMPLETE_UNSPECIFIED),
                row(
                        "incomplete, and nothing known of why",
                        of(PERIODE_RECONVERSION, INCOMPLET),
                        INCOMPLETE_UNSPECIFIED),
                row(
                        "incomplete, a paper is known to be missing",
                        of(ACTION_FORMATION, INCOMPLET).received(CONVENTION_FORMATION),
                        PROGRAMME_MISSING),
                row(
                        "incomplete, reminder not answered",
                        of(CONTRAT_APPRENTISSAGE, INCOMPLET)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .sent(YESTERDAY, RELANCE),
                        REMINDER_UNANSWERED),
                row(
                        "incomplete, reminder answered since",
                        of(CONTRAT_APPRENTISSAGE, INCOMPLET)
                                .sent(TODAY.minusDays(60), RELANCE)
                                .received(CERFA_10103, CONVENTION_FORMATION),
                        INCOMPLETE_UNSPECIFIED),
                row(
                        "contract handed in without a signature",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .unsigned(CERFA_10103)
                                .received(CONVENTION_FORMATION),
                        CERFA_UNSIGNED),
                row(
                        "neither contract nor agreement is signed",
                        of(CONTRAT_PROFESSIONNALISATION, INCOMPLET).unsigned(CERFA_12434, CONVENTION_FORMATION),
                        CERFA_UNSIGNED,
                        AGREEMENT_UNSIGNED),
                row(
                        "not signed at first, then handed in again",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .unsigned(CERFA_10103, CONVENTION_FORMATION)
                                .received(CERFA_10103, CONVENTION_FORMATION)),
                row(
                        "a reconversion needs neither",
                        of(PERIODE_RECONVERSION, TRANSMIS).unsigned(CONVENTION_FORMATION)),
                row(
                        "apprenticeship, complete for twenty-one days and no day in the copy",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .complete(TODAY.minusDays(21)),
                        SILENCE_IS_REFUSAL),
                row(
                        "apprenticeship, complete for twenty days",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .complete(TODAY.minusDays(20))),
                row(
                        "apprenticeship, the copy says a later day",
                        of(CONTRAT_APPRENTISSAGE, TRANSMIS)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .complete(TODAY.minusDays(21))
                                .due(TODAY)),
                row(
                        "training, complete long ago: no silence refuses",
                        of(ACTION_FORMATION, TRANSMIS)
                                .received(CONVENTION_FORMATION, PROGRAMME)
                                .complete(TODAY.minusDays(90))),
                row("granted, not begun", of(ACTION_FORMATION, ACCORDE).starting("2026-03-04")),
                row(
                        "granted and begun, no invoice",
                        of(ACTION_FORMATION, ACCORDE).starting("2026-03-03"),
                        INVOICE_MISSING),
                row(
                        "invoice rejected",
                        of(ACTION_FORMATION, ACCORDE).invoiced(InvoiceStatus.REJETEE),
                        INVOICE_REJECTED),
                row(
                        "invoice waits for bank details and certificate",
                        of(ACTION_FORMATION, ACCORDE).invoiced(InvoiceStatus.DEPOSEE),
                        BANK_DETAILS_MISSING,
                        CERTIFICATE_MISSING),
                row(
                        "invoice waits, provider paid before",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoiced(InvoiceStatus.EN_CONTROLE)
                                .received(CERTIFICAT_REALISATION)
                                .paidBefore()),
                row(
                        "invoice waits, all there",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoiced(InvoiceStatus.BONNE_A_PAYER)
                                .received(CERTIFICAT_REALISATION, RIB)),
                row(
                        "broken off, the last invoice was rejected",
                        of(CONTRAT_APPRENTISSAGE, ROMPU).invoiced(InvoiceStatus.REJETEE),
                        INVOICE_REJECTED),
                row(
                        "broken off, the last invoice waits for bank details and certificate",
                        of(CONTRAT_APPRENTISSAGE, ROMPU).invoiced(InvoiceStatus.DEPOSEE),
                        BANK_DETAILS_MISSING,
                        CERTIFICATE_MISSING),
                row(
                        "paid in full, an invoice was rejected",
                        of(ACTION_FORMATION, SOLDE).invoiced(InvoiceStatus.REJETEE)),
                row("invoice paid", of(ACTION_FORMATION, ACCORDE).invoiced(InvoiceStatus.PAYEE)),
                row(
                        "invoice rejected, another one handed in since",
                        of(ACTION_FORMATION, ACCORDE)
                                .received(CERTIFICAT_REALISATION, RIB)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-01")
                                .invoice(CFA, "F-2", 90, InvoiceStatus.DEPOSEE, "2026-02-02")),
                row(
                        "invoice rejected, another one paid since",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-01")
                                .invoice(CFA, "F-2", 100, InvoiceStatus.PAYEE, "2026-02-20")),
                row(
                        "invoice rejected, the other one is older",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.PAYEE, "2026-01-31")
                                .invoice(CFA, "F-2", 100, InvoiceStatus.REJETEE, "2026-02-01"),
                        INVOICE_REJECTED),
                row(
                        "two invoices of one day, one rejected",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.PAYEE, "2026-02-01")
                                .invoice(CFA, "F-2", 100, InvoiceStatus.REJETEE, "2026-02-01"),
                        INVOICE_REJECTED),
                row(
                        "invoice rejected, somebody else's later",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-01")
                                .invoice(SHOP, "F-2", 100, InvoiceStatus.PAYEE, "2026-02-20"),
                        INVOICE_REJECTED),
                row(
                        "invoice rejected, a credit note later",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-01")
                                .invoice(CFA, "A-2", -100, InvoiceStatus.PAYEE, "2026-02-20"),
                        INVOICE_REJECTED),
                row(
                        "invoice rejected, nobody knows when",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, null)
                                .invoice(CFA, "F-2", 100, InvoiceStatus.PAYEE, "2026-02-20"),
                        INVOICE_REJECTED),
                row(
                        "rejected, corrected, and rejected again",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-01")
                                .invoice(CFA, "F-2", 100, InvoiceStatus.REJETEE, "2026-02-10"),
                        INVOICE_REJECTED,
                        INVOICE_REJECTED),
                row(
                        "rejected twice, accepted at last",
                        of(ACTION_FORMATION, ACCORDE)
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-01")
                                .invoice(CFA, "F-2", 100, InvoiceStatus.REJETEE, "2026-02-10")
                                .invoice(CFA, "F-3", 100, InvoiceStatus.PAYEE, "2026-02-11")),
                row(
                        "one rejected, one that waits for everything",
                        of(ACTION_FORMATION, ACCORDE)
                                .starting("2026-01-01")
                                .invoice(CFA, "F-1", 100, InvoiceStatus.REJETEE, "2026-02-10")
                                .invoice(CFA, "F-2", 100, InvoiceStatus.EN_CONTROLE, "2026-02-01"),
                        INVOICE_REJECTED,
                        BANK_DETAILS_MISSING,
                        CERTIFICATE_MISSING),
                row(
                        "two issuers, one of them was never paid",
                        of(CONTRAT_APPRENTISSAGE, ACCORDE)
                                .received(CERTIFICAT_REALISATION)
                                .paidBefore()
                                .invoice(CFA, "F-1", 100, InvoiceStatus.DEPOSEE, "2026-02-01")
                                .invoice(SHOP, "F-2", 100, InvoiceStatus.DEPOSEE, "2026-02-01"),
                        BANK_DETAILS_MISSING),
                row(
                        "two issuers, the one never paid has nothing to come",
                        of(CONTRAT_APPRENTISSAGE, ACCORDE)
                                .received(CERTIFICAT_REALISATION)
                                .paidBefore()
                                .invoice(CFA, "F-1", 100, InvoiceStatus.DEPOSEE, "2026-02-01")
                                .invoice(SHOP, "F-2", 100, InvoiceStatus.PAYEE, "2026-02-01")),
                row(
                        "a credit note needs neither bank details nor certificate",
                        of(ACTION_FORMATION, ACCORDE).invoice(CFA, "A-1", -100, InvoiceStatus.DEPOSEE, "2026-02-01")),
                row(
                        "overdue, not signed, and more",
                        of(CONTRAT_APPRENTISSAGE, EN_COURS_INSTRUCTION)
                                .unsigned(CERFA_10103)
                                .master(false)
                                .withoutNda()
                                .due(YESTERDAY),
                        SILENCE_IS_REFUSAL,
                        CERFA_UNSIGNED,
                        MASTER_INCOMPLETE,
                        AGREEMENT_MISSING,
                        ACTIVITY_NUMBER_MISSING),
                row(
                        "two reminders, an answer to the first one only",
                        of(CONTRAT_APPRENTISSAGE, INCOMPLET)
                                .sent(TODAY.minusDays(60), RELANCE)
                                .received(CERFA_10103, CONVENTION_FORMATION)
                                .sent(YESTERDAY, RELANCE),
                        REMINDER_UNANSWERED),
                row(
                        "reminder answered on its very day: it may have crossed",
                        of(CONTRAT_APPRENTISSAGE, INCOMPLET)
                                .sent(TODAY.minusDays(30), RELANCE)
                                .received(CERFA_10103, CONVENTION_FORMATION),
                        REMINDER_UNANSWERED));
    }

    @ParameterizedTest
    @EnumSource(
            value = DossierStatus.class,
            names = {"REFUSE", "REJETE", "ANNULE", "ROMPU", "SOLDE"})
    void nothingBlocksWhatIsOver(DossierStatus status) {
        for (DossierType type : DossierType.values()) {
            assertThat(BlockingRule.blockersOf(
                            of(type, status).due(YESTERDAY).withoutNda().situation()))
                    .isEmpty();
        }
    }

    @Test
    void everyRuleIsInTheTableAndHasASource() {
        Set<Object> seen = new HashSet<>();
        table().forEach(row -> seen.addAll((List<?>) row.get()[2]));
        assertThat(seen).containsExactlyInAnyOrder((Object[]) BlockingRule.values());
        assertThat(BlockingRule.values()).noneMatch(rule -> rule.source().isBlank());
    }

    @Test
    void namesTheInvoiceAndTheReason() {
        assertThat(BlockingRule.blockersOf(of(ACTION_FORMATION, ACCORDE)
                        .invoiced(InvoiceStatus.REJETEE)
                        .situation()))
                .containsExactly(new Blocker(INVOICE_REJECTED, List.of("F-1", "—")));
    }

    @Test
    void namesEachRejectedInvoiceTheNewestThree() {
        var dossier = of(ACTION_FORMATION, ACCORDE);
        for (int day = 15; day > 10; day--) {
            dossier = dossier.invoice(CFA, "F-" + day, 100, InvoiceStatus.REJETEE, "2026-02-" + day);
        }
        assertThat(BlockingRule.blockersOf(dossier.situation()))
                .extracting(blocker -> blocker.arguments().getFirst())
                .containsExactly("F-15", "F-14", "F-13");
    }

    private static Arguments row(String name, Case dossier, BlockingRule... expected) {
        return arguments(name, dossier, List.of(expected));
    }

    private static Case of(DossierType type, DossierStatus status) {
        return new Case(type, status, null, null, null, "11750000000", null, List.of(), List.of(), Set.of());
    }

    /** A dossier under construction. */
    private record Case(
            DossierType type,
            DossierStatus status,
            LocalDate starts,
            LocalDate due,
            LocalDate complete,
            String nda,
            Boolean master,
            List<Situation.Papers> documents,
            List<Invoice> invoices,
            Set<String> payable) {

        Case starting(String day) {
            return new Case(
                    type, status, LocalDate.parse(day), due, complete, nda, master, documents, invoices, payable);
        }

        Case due(LocalDate day) {
            return new Case(type, status, starts, day, complete, nda, master, documents, invoices, payable);
        }

        Case withoutNda() {
            return new Case(type, status, starts, due, complete, null, master, documents, invoices, payable);
        }

        Case master(boolean known) {
            return new Case(type, status, starts, due, complete, nda, known, documents, invoices, payable);
        }

        Case invoiced(InvoiceStatus invoiceStatus) {
            return invoice(CFA, "F-1", 100, invoiceStatus, YESTERDAY.toString());
        }

        Case invoice(String issuer, String number, long amount, InvoiceStatus invoiceStatus, String day) {
            LocalDate deposited = day == null ? null : LocalDate.parse(day);
            var added = Stream.of(new Invoice(issuer, number, "D", amount, invoiceStatus, null, deposited));
            var more = Stream.concat(invoices.stream(), added).toList();
            return new Case(type, status, starts, due, complete, nda, master, documents, more, payable);
        }

        /** The training provider was. */
        Case paidBefore() {
            return new Case(type, status, starts, due, complete, nda, master, documents, invoices, Set.of(CFA));
        }

        Case received(DocumentKind... kinds) {
            return with(DocumentDirection.DEPOSE, TODAY.minusDays(30), null, kinds);
        }

        Case sent(LocalDate day, DocumentKind... kinds) {
            return with(DocumentDirection.EMIS, day, null, kinds);
        }

        Case unsigned(DocumentKind... kinds) {
            return with(DocumentDirection.DEPOSE, TODAY.minusDays(40), false, kinds);
        }

        Case complete(LocalDate day) {
            return new Case(type, status, starts, due, day, nda, master, documents, invoices, payable);
        }

        private Case with(DocumentDirection direction, LocalDate day, Boolean signed, DocumentKind... kinds) {
            var added = Arrays.stream(kinds).map(kind -> new Situation.Papers("D", kind, direction, signed, day));
            return new Case(
                    type,
                    status,
                    starts,
                    due,
                    complete,
                    nda,
                    master,
                    Stream.concat(documents.stream(), added).toList(),
                    invoices,
                    payable);
        }

        Situation situation() {
            var dossier = new Dossier(
                    "D",
                    type,
                    SHOP,
                    CFA,
                    nda,
                    "Zoé Ré",
                    starts,
                    null,
                    null,
                    null,
                    status,
                    Instant.EPOCH,
                    null,
                    due,
                    null,
                    null,
                    null,
                    master);
            return new Situation(dossier, documents, invoices, payable, complete, TODAY);
        }
    }
}
