package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A caller's company at a glance: establishments, accounts, open dossiers and what blocks them, last letters and payments. */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class DossierOverview {

    private static final int MOST_ESTABLISHMENTS = 50;
    private static final int MOST_OPEN = 30;
    private static final int MOST_NEWEST = 20;

    private static final String LETTERS = """
            select * from dossier_document where dossier_number in (:numbers) and direction = 'EMIS'
             order by dated desc, id limit 10""";

    private static final String PAID = """
            select i.*, p.bank_reference, p.amount as paid, p.paid_on from dossier_invoice i
              join dossier_payment p on p.issuer_siret = i.issuer_siret and p.invoice_number = i.number
             where i.dossier_number in (:numbers) order by p.paid_on desc, p.bank_reference, i.number limit 10""";

    private static final String OPEN = "and d.status in ("
            + DossierStatus.open().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ")";

    /**
     * Open dossiers of each side, and the newest in any state: a refusal, too, is a letter one asks for. Each question ends
     * with its index after so many rows, however many the company has.
     */
    private static final String NEWEST = Stream.of(
                    newest("employer_siren", OPEN, MOST_OPEN),
                    newest("provider_siren", OPEN, MOST_OPEN),
                    newest("employer_siren", "", MOST_NEWEST),
                    newest("provider_siren", "", MOST_NEWEST))
            .collect(Collectors.joining(" union ", "", " order by status_at desc, number"));

    private final JdbcClient jdbc;
    private final AccountLinks links;
    private final Situations situations;
    private final Successors successors;
    private final Readings readings;

    DossierOverview(
            JdbcClient jdbc, AccountLinks links, Situations situations, Successors successors, Readings readings) {
        this.jdbc = jdbc;
        this.links = links;
        this.situations = situations;
        this.successors = successors;
        this.readings = readings;
    }

    /**
     * The company of that SIRET. Looking at it is a reading of the company, of its open dossiers and of those whose letters
     * or payments are shown.
     *
     * @param email address of the caller, in any case; null if unknown
     */
    public CompanyOverview of(Siret siret, @Nullable String email, Purpose purpose) {
        String siren = siret.siren().value();
        Company company = jdbc.sql("select * from dossier_company where siren = :siren")
                .param("siren", siren)
                .query(Company.class)
                .optional()
                .orElse(null);
        List<LinkedAccount> accounts = links.ofCompany(siren, email);
        if (company == null) {
            // There is nothing to name, but accounts are shown: for whoever holds the request.
            readings.record(Subject.COMPANY, List.of(), purpose);
            return new CompanyOverview(null, List.of(), accounts, List.of(), List.of(), List.of());
        }
        readings.record(Subject.COMPANY, siren, purpose);
        List<Establishment> establishments = succeeded(establishments(siren, siret.value()));
        List<Dossier> known = newest(siren);
        List<OpenDossier> open =
                situations
                        .of(known.stream()
                                .filter(dossier -> dossier.status().isOpen())
                                .toList())
                        .stream()
                        .map(situation -> open(situation, siren))
                        .toList();
        List<String> numbers = known.stream().map(Dossier::number).toList();
        List<DossierDocument> letters = last(LETTERS, numbers, query -> query.query(DossierDocument.class));
        List<PaidInvoice> paid = last(PAID, numbers, query -> query.query(PaidInvoice::read));
        record(open, letters, paid, purpose);
        List<Payment> payments = paid.stream()
                .map(PaidInvoice::payment)
                .flatMap(Stream::ofNullable)
                .toList();
        return new CompanyOverview(company, establishments, accounts, open, letters, payments);
    }

    private void record(
            List<OpenDossier> open, List<DossierDocument> letters, List<PaidInvoice> paid, Purpose purpose) {
        List<String> shown = Stream.of(
                        open.stream().map(shownOpen -> shownOpen.dossier().number()),
                        letters.stream().map(DossierDocument::dossierNumber),
                        paid.stream().map(line -> line.invoice().dossierNumber()))
                .flatMap(numbers -> numbers)
                .toList();
        readings.record(Subject.DOSSIER, shown, purpose);
    }

    private List<Establishment> establishments(String siren, String siret) {
        return jdbc.sql("""
                        select * from dossier_establishment where siren = :siren
                         order by case when siret = :siret then 0 else 1 end, state, siret limit :limit""")
                .param("siren", siren)
                .param("siret", siret)
                .param("limit", MOST_ESTABLISHMENTS)
                .query(Establishment.class)
                .list();
    }

    /** Each with the last of its successors: where its work goes on today. */
    private List<Establishment> succeeded(List<Establishment> places) {
        List<String> moved = places.stream()
                .filter(place -> place.successorSiret() != null)
                .map(Establishment::siret)
                .toList();
        List<Establishment> related = successors.related(moved);
        return places.stream()
                .map(place -> moved.contains(place.siret())
                        ? place.succeededBy(Successors.last(place.siret(), related))
                        : place)
                .toList();
    }

    private List<Dossier> newest(String siren) {
        return jdbc.sql(NEWEST).param("siren", siren).query(Dossier.class).list();
    }

    private static String newest(String side, String condition, int most) {
        return "(select d.* from dossier_dossier d where d.%s = :siren %s order by d.status_at desc limit %d)"
                .formatted(side, condition, most);
    }

    private static OpenDossier open(Situation situation, String siren) {
        boolean employer = situation.dossier().employerSiret().startsWith(siren);
        return new OpenDossier(
                situation.dossier(),
                employer ? Profile.ENTREPRISE : Profile.ORGANISME_FORMATION,
                BlockingRule.blockersOf(situation));
    }

    private <T> List<T> last(
            String sql, List<String> numbers, Function<JdbcClient.StatementSpec, JdbcClient.MappedQuerySpec<T>> rows) {
        return numbers.isEmpty()
                ? List.of()
                : rows.apply(jdbc.sql(sql).param("numbers", numbers)).list();
    }
}
