package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
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
    private static final int MOST_DOSSIERS = 30;
    private static final int MOST_LAST = 10;

    /** Open dossiers of each side, and the newest in any state: a refusal, too, is a letter one asks for. */
    private static final String DOSSIERS = """
            select d.* from dossier_dossier d where d.%s in (:sirets) %s order by d.status_at desc limit\s""" + MOST_DOSSIERS;

    private final JdbcClient jdbc;
    private final AccountLinks links;
    private final Situations situations;
    private final Readings readings;

    DossierOverview(JdbcClient jdbc, AccountLinks links, Situations situations, Readings readings) {
        this.jdbc = jdbc;
        this.links = links;
        this.situations = situations;
        this.readings = readings;
    }

    /**
     * The company of that SIRET. Looking at it is a reading of the company.
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
            return new CompanyOverview(null, List.of(), accounts, List.of(), List.of(), List.of());
        }
        readings.record(Subject.COMPANY, siren, purpose);
        List<Establishment> establishments = establishments(siren, siret.value());
        List<Situation> known = situations.of(
                newest(establishments.stream().map(Establishment::siret).toList()));
        return new CompanyOverview(
                company,
                establishments,
                accounts,
                known.stream()
                        .filter(situation -> situation.dossier().status().isOpen())
                        .map(situation -> open(situation, siren))
                        .toList(),
                last(known.stream()
                        .flatMap(situation -> situation.documents().stream())
                        .filter(document -> document.direction() == DocumentDirection.EMIS)
                        .sorted(Comparator.comparing(DossierDocument::dated).reversed())),
                last(known.stream()
                        .flatMap(situation -> situation.payments().stream())
                        .sorted(Comparator.comparing(Payment::paidOn).reversed())));
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

    private List<Dossier> newest(List<String> sirets) {
        if (sirets.isEmpty()) {
            return List.of();
        }
        String open = "and d.status in (:open)";
        String sql = Stream.of(
                        DOSSIERS.formatted("employer_siret", open),
                        DOSSIERS.formatted("provider_siret", open),
                        DOSSIERS.formatted("employer_siret", ""),
                        DOSSIERS.formatted("provider_siret", ""))
                .reduce("", (all, one) -> all + (all.isEmpty() ? "(" : " union (") + one + ")");
        return jdbc.sql(sql + " order by status_at desc, number")
                .param("sirets", sirets)
                .param("open", DossierStatus.open())
                .query(Dossier.class)
                .list();
    }

    private static OpenDossier open(Situation situation, String siren) {
        boolean employer = situation.dossier().employerSiret().startsWith(siren);
        return new OpenDossier(
                situation.dossier(),
                employer ? Profile.ENTREPRISE : Profile.ORGANISME_FORMATION,
                BlockingRule.blockersOf(situation));
    }

    private static <T> List<T> last(Stream<T> newestFirst) {
        return newestFirst.limit(MOST_LAST).toList();
    }
}
