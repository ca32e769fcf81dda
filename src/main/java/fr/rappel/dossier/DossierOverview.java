package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static final String OPEN = "and d.status in ("
            + DossierStatus.open().stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ")) + ")";

    /** Where letters and payments are looked for: far deeper than what is shown, yet few rows of the largest company. */
    private static final int MOST_LOOKED_INTO = 200;

    /**
     * Open dossiers of each side, and the newest in any state. Each question ends with its index after so many rows, however
     * many the company has.
     */
    private static final String LOOKED_INTO = Stream.of(
                    newest("number", "employer_siren", OPEN, MOST_LOOKED_INTO),
                    newest("number", "provider_siren", OPEN, MOST_LOOKED_INTO),
                    newest("number", "employer_siren", "", MOST_LOOKED_INTO),
                    newest("number", "provider_siren", "", MOST_LOOKED_INTO))
            .collect(Collectors.joining(" union ", "(", ") d"));

    /** Open dossiers of each side; one more than the most says that others may follow. */
    private static final String SHOWN = Stream.of(
                    newest("*", "employer_siren", OPEN, MOST_OPEN + 1),
                    newest("*", "provider_siren", OPEN, MOST_OPEN + 1))
            .collect(Collectors.joining(" union ", "", " order by status_at desc, number"));

    private static final String LETTERS = """
            select t.* from %s join dossier_document t on t.dossier_number = d.number
             where t.direction = 'EMIS' order by t.dated desc, t.id limit 10""".formatted(LOOKED_INTO);

    /** Found in the index alone, so that of very many payments those of few days are read. */
    private static final String TENTH_LAST_DAY = """
            select paid_on from dossier_payment where issuer_siret between :first and :last
             order by paid_on desc limit 1 offset 9""";

    /** What the company was paid itself, all of it, and what others were paid for the dossiers looked into. */
    private static final String PAID = """
            (select i.*, p.bank_reference, p.amount as paid, p.paid_on from dossier_payment p
               join dossier_invoice i on i.issuer_siret = p.issuer_siret and i.number = p.invoice_number
              where p.issuer_siret between :first and :last and p.paid_on >= :since
              order by p.paid_on desc, p.bank_reference, i.number limit 10)
            union
            (select i.*, p.bank_reference, p.amount as paid, p.paid_on from %s
               join dossier_invoice i on i.dossier_number = d.number
               join dossier_payment p on p.issuer_siret = i.issuer_siret and p.invoice_number = i.number
              order by p.paid_on desc, p.bank_reference, i.number limit 10)
            order by paid_on desc, bank_reference, number limit 10""".formatted(LOOKED_INTO);

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
            return CompanyOverview.unknown(accounts, links.countOfCompany(siren));
        }
        readings.record(Subject.COMPANY, siren, purpose);
        List<Situation> shown = situations.of(ofCompany(SHOWN, siren, Dossier.class));
        List<OpenDossier> open =
                shown.stream().map(situation -> open(situation, siren)).toList();
        List<DossierDocument> letters = ofCompany(LETTERS, siren, DossierDocument.class);
        List<PaidInvoice> paid = paid(siren);
        record(open, letters, paid, purpose);
        return new CompanyOverview(
                company,
                succeeded(establishments(siren, siret.value())),
                countEstablishments(siren),
                accounts,
                links.countOfCompany(siren),
                open,
                isMoreThanShown(open, siren),
                letters,
                paid.stream()
                        .map(PaidInvoice::payment)
                        .flatMap(Stream::ofNullable)
                        .toList());
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

    private int countEstablishments(String siren) {
        return jdbc.sql("select count(*) from dossier_establishment where siren = :siren")
                .param("siren", siren)
                .query(Integer.class)
                .single();
    }

    private <T> List<T> ofCompany(String sql, String siren, Class<T> type) {
        return jdbc.sql(sql).param("siren", siren).query(type).list();
    }

    private List<PaidInvoice> paid(String siren) {
        Map<String, String> sirets = Map.of("first", siren + "00000", "last", siren + "99999");
        LocalDate since = jdbc.sql(TENTH_LAST_DAY)
                .params(sirets)
                .query(LocalDate.class)
                .optional()
                .orElse(LocalDate.EPOCH);
        return jdbc.sql(PAID)
                .params(sirets)
                .param("siren", siren)
                .param("since", since)
                .query(PaidInvoice::read)
                .list();
    }

    private static String newest(String columns, String side, String condition, int most) {
        return "(select d.%s from dossier_dossier d where d.%s = :siren %s order by d.status_at desc limit %d)"
                .formatted(columns, side, condition, most);
    }

    private static OpenDossier open(Situation situation, String siren) {
        boolean employer = situation.dossier().employerSiret().startsWith(siren);
        return new OpenDossier(
                situation.dossier(),
                employer ? Profile.ENTREPRISE : Profile.ORGANISME_FORMATION,
                BlockingRule.blockersOf(situation));
    }

    private static boolean isMoreThanShown(List<OpenDossier> open, String siren) {
        return isCut(open.stream().map(shown -> shown.dossier().employerSiret()), siren)
                || isCut(open.stream().map(shown -> shown.dossier().providerSiret()), siren);
    }

    private static boolean isCut(Stream<@Nullable String> sirets, String siren) {
        return sirets.filter(siret -> siret != null && siret.startsWith(siren)).count() > MOST_OPEN;
    }
}
