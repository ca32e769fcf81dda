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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of rules: for each, a dossier that it holds up, and dossiers that nothing holds up. */
class BlockingRuleTest {

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
                row("invoice paid", of(ACTION_FORMATION, ACCORDE).invoiced(InvoiceStatus.PAYEE)));
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

    private static Arguments row(String name, Case dossier, BlockingRule... expected) {
        return arguments(name, dossier, List.of(expected));
    }

    private static Case of(DossierType type, DossierStatus status) {
        return new Case(type, status, null, null, null, "11750000000", null, List.of(), null, false);
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
            List<DossierDocument> documents,
            InvoiceStatus invoice,
            boolean paid) {

        Case starting(String day) {
            return new Case(type, status, LocalDate.parse(day), due, complete, nda, master, documents, invoice, paid);
        }

        Case due(LocalDate day) {
            return new Case(type, status, starts, day, complete, nda, master, documents, invoice, paid);
        }

        Case withoutNda() {
            return new Case(type, status, starts, due, complete, null, master, documents, invoice, paid);
        }

        Case master(boolean known) {
            return new Case(type, status, starts, due, complete, nda, known, documents, invoice, paid);
        }

        Case invoiced(InvoiceStatus invoiceStatus) {
            return new Case(type, status, starts, due, complete, nda, master, documents, invoiceStatus, paid);
        }

        Case paidBefore() {
            return new Case(type, status, starts, due, complete, nda, master, documents, invoice, true);
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
            return new Case(type, status, starts, due, day, nda, master, documents, invoice, paid);
        }

        private Case with(DocumentDirection direction, LocalDate day, Boolean signed, DocumentKind... kinds) {
            var added = Arrays.stream(kinds)
                    .map(kind -> new DossierDocument(
                            "1", "D", kind, direction, "x.pdf", null, null, null, day, null, signed));
            return new Case(
                    type,
                    status,
                    starts,
                    due,
                    complete,
                    nda,
                    master,
                    Stream.concat(documents.stream(), added).toList(),
                    invoice,
                    paid);
        }

        Situation situation() {
            var dossier = new Dossier(
                    "D",
                    type,
                    "55208131766522",
                    "13002526500013",
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
            var invoices = IntStream.range(0, invoice == null ? 0 : 1)
                    .mapToObj(i -> new Invoice("13002526500013", "F-1", "D", 100, invoice, null, YESTERDAY))
                    .toList();
            return new Situation(dossier, documents, invoices, List.of(), paid, complete, TODAY);
        }
    }
}
