package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what an amount on a bank statement paid: an invoice, a transfer, or invoices that add up to it. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class PaymentFinder {

    /** Days around the one named, at most. */
    public static final int MOST_DAYS = 60;

    private static final int CANDIDATES = 40;
    private static final int MOST_PARTS = 6;
    private static final int MOST_SETS = 6;

    private static final String PAID = """
            select i.*, p.bank_reference, p.amount as paid, p.paid_on from dossier_payment p
              join dossier_invoice i on i.issuer_siret = p.issuer_siret and i.number = p.invoice_number
             where p.issuer_siret = :siret and p.paid_on between :from and :to""";

    /** Of an employer's newest dossiers only: some have very many. */
    private static final String PAID_FOR_EMPLOYER = """
            select i.*, p.bank_reference, p.amount as paid, p.paid_on
              from (select number from dossier_dossier where employer_siret = :siret order by status_at desc limit 1000) d
              join dossier_invoice i on i.dossier_number = d.number
              join dossier_payment p on p.issuer_siret = i.issuer_siret and p.invoice_number = i.number
             where p.paid_on between :from and :to""";

    private static final String UNPAID = """
            select i.*, cast(null as varchar) as bank_reference, cast(null as bigint) as paid,
                   cast(null as date) as paid_on from dossier_invoice i
             where i.issuer_siret = :siret and i.deposited_on between :from and :to
               and not exists (select 1 from dossier_payment p
                                where p.issuer_siret = i.issuer_siret and p.invoice_number = i.number)""";

    /** A transfer counts by what it paid to this issuer. */
    private static final String TRANSFERS = """
            select p.bank_reference from dossier_payment p where p.issuer_siret = :siret and p.paid_on between :from and :to
             group by p.bank_reference having sum(p.amount) = :amount order by p.bank_reference limit\s""" + MOST_SETS;

    /** And by what it paid for this employer. */
    private static final String TRANSFERS_FOR_EMPLOYER = "select bank_reference from (" + PAID_FOR_EMPLOYER
            + ") p group by bank_reference having sum(paid) = :amount order by bank_reference limit " + MOST_SETS;

    /** And by all it paid, also to other establishments of the issuer's organisation. */
    private static final String WHOLE_TRANSFERS = """
            select distinct p.bank_reference from dossier_payment p
              join dossier_transfer t on t.bank_reference = p.bank_reference
             where p.issuer_siret = :siret and p.paid_on between :from and :to and t.amount = :amount
             order by p.bank_reference limit\s""" + MOST_SETS;

    private static final String PAID_TOGETHER = """
            select i.*, p.bank_reference, p.amount as paid, p.paid_on from dossier_payment p
              join dossier_invoice i on i.issuer_siret = p.issuer_siret and i.number = p.invoice_number
             where p.paid_on between :from and :to""";

    private final JdbcClient jdbc;
    private final Readings readings;

    PaymentFinder(JdbcClient jdbc, Readings readings) {
        this.jdbc = jdbc;
        this.readings = readings;
    }

    /**
     * What makes up that amount, most likely first; empty if nothing does. Asking is a reading of the company, an answer one
     * of the dossiers it names.
     *
     * @param siret of the issuer of the invoices, or of the employer they were paid for
     * @param days around the day, brought into 0 to {@value #MOST_DAYS}
     */
    public List<PaymentMatch> find(Euros amount, LocalDate day, int days, Siret siret, Purpose purpose) {
        int around = Math.clamp(days, 0, MOST_DAYS);
        Window window = new Window(siret.value(), day.minusDays(around), day, day.plusDays(around), amount.cents());
        List<PaidInvoice> candidates = candidates(window);
        List<Long> amounts = candidates.stream().map(PaidInvoice::amount).toList();
        Map<Set<PaidInvoice>, PaymentMatch> matches = new LinkedHashMap<>();
        Stream.of(
                        transfers(TRANSFERS, PAID, window),
                        transfers(TRANSFERS_FOR_EMPLOYER, PAID_FOR_EMPLOYER, window),
                        transfers(WHOLE_TRANSFERS, PAID_TOGETHER, window))
                .flatMap(found -> found)
                .forEach(lines -> matches.put(Set.copyOf(lines), new PaymentMatch(lines, true)));
        Stream.concat(
                        exact(window).stream().map(List::of),
                        AddingUp.to(amount.cents(), amounts, MOST_PARTS, MOST_SETS).stream()
                                .map(places ->
                                        places.stream().map(candidates::get).toList()))
                .forEach(lines -> matches.putIfAbsent(Set.copyOf(lines), new PaymentMatch(lines, false)));
        List<PaymentMatch> told = matches.values().stream().limit(MOST_SETS).toList();
        readings.record(Subject.COMPANY, siret.siren().value(), purpose);
        readings.record(
                Subject.DOSSIER,
                told.stream()
                        .flatMap(match -> match.lines().stream())
                        .map(line -> line.invoice().dossierNumber())
                        .toList(),
                purpose);
        return told;
    }

    private Stream<List<PaidInvoice>> transfers(String transfers, String paid, Window window) {
        List<String> references = window.bind(jdbc.sql(transfers))
                .param("amount", window.amount())
                .query(String.class)
                .list();
        return references.stream()
                .map(reference -> window.bind(
                                jdbc.sql(paid + " and p.bank_reference = :reference order by i.number limit 200"))
                        .param("reference", reference)
                        .query(PaidInvoice::read)
                        .list());
    }

    private List<PaidInvoice> exact(Window window) {
        String sql = Stream.of(
                        PAID + " and p.amount = :amount",
                        PAID_FOR_EMPLOYER + " and p.amount = :amount",
                        UNPAID + " and i.amount = :amount")
                .map(question -> "(" + question + " limit " + MOST_SETS + ")")
                .collect(Collectors.joining(" union "));
        return window.nearestFirst(window.bind(jdbc.sql(sql))
                .param("amount", window.amount())
                .query(PaidInvoice::read)
                .list());
    }

    /** The nearest to the day, before and after it. */
    private List<PaidInvoice> candidates(Window window) {
        String sql = Stream.of(PAID + "|p.paid_on", PAID_FOR_EMPLOYER + "|p.paid_on", UNPAID + "|i.deposited_on")
                .map(question -> question.split("\\|"))
                .flatMap(question -> Stream.of(
                        question[0] + " and " + question[1] + " <= :day order by " + question[1] + " desc, i.number",
                        question[0] + " and " + question[1] + " > :day order by " + question[1] + ", i.number"))
                .map(question -> "(" + question + " limit " + CANDIDATES + ")")
                .collect(Collectors.joining(" union "));
        List<PaidInvoice> found = window.bind(jdbc.sql(sql))
                .param("day", window.day())
                .query(PaidInvoice::read)
                .list();
        return window.nearestFirst(found).stream().limit(CANDIDATES).toList();
    }

    private record Window(String siret, LocalDate from, LocalDate day, LocalDate to, long amount) {

        JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
            return statement.param("siret", siret).param("from", from).param("to", to);
        }

        List<PaidInvoice> nearestFirst(List<PaidInvoice> lines) {
            return lines.stream()
                    .sorted(Comparator.comparing(
                                    (PaidInvoice line) -> Math.abs(ChronoUnit.DAYS.between(day, dayOf(line))))
                            .thenComparing(line -> line.invoice().issuerSiret())
                            .thenComparing(line -> line.invoice().number())
                            .thenComparing(line ->
                                    line.payment() == null ? "" : line.payment().bankReference()))
                    .toList();
        }

        private LocalDate dayOf(PaidInvoice line) {
            return line.payment() != null
                    ? line.payment().paidOn()
                    : Objects.requireNonNullElse(line.invoice().depositedOn(), day);
        }
    }
}
