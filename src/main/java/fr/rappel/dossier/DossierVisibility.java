package fr.rappel.dossier;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.Roles;
import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Why can't I see my dossier?" */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class DossierVisibility {

    /** Its number exactly as written, then in another writing, then its number elsewhere. */
    private static final String DOSSIER = """
            select * from (
              (select d.*, case when d.number = :number then 0 else 1 end as nearness from dossier_dossier d
                where d.number_key = :key order by nearness, d.number limit 1)
              union all
              (select d.*, 2 from dossier_dossier d where d.deca_key = :key order by d.number limit 1)
              union all
              (select d.*, 2 from dossier_dossier d where d.opco_key = :key order by d.number limit 1)) found
             order by nearness, number limit 1""";

    /** Links that may decide, and active ones to sisters: there may be very many of these. */
    private static final String LINKS = """
            select * from dossier_rattachement where account_key = :key and scope in (:scopes)
            union
            (select * from dossier_rattachement
              where account_key = :key and siren in (:scopes) and status = 'ACTIF'
                and since <= :today and (until_on is null or until_on >= :today)
              order by since desc, scope, role limit 50)""";

    private static final String ACTIVE_ROLES = """
            select distinct role from dossier_rattachement
             where account_key = :key and status = 'ACTIF' and since <= :today and (until_on is null or until_on >= :today)""";

    private static final String WITH_DOSSIERS = """
            select e.siret from dossier_establishment e
             where e.siret in (:sirets) and exists (select 1 from dossier_dossier d where d.employer_siret = e.siret)
            union
            select e.siret from dossier_establishment e
             where e.siret in (:sirets) and exists (select 1 from dossier_dossier d where d.provider_siret = e.siret)""";

    private final JdbcClient jdbc;
    private final Successors successors;
    private final Readings readings;
    private final Clock clock;
    private final ZoneId zone;

    DossierVisibility(
            JdbcClient jdbc,
            Successors successors,
            Readings readings,
            Clock clock,
            @Value("${rappel.zone}") ZoneId zone) {
        this.jdbc = jdbc;
        this.successors = successors;
        this.readings = readings;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Says why that account does not see that dossier, or the dossiers of that establishment, on the portal today.
     *
     * @param email of the account, in any case, known or not
     * @param wanted number of a dossier here, at the ministry or in the institution's own system, or a SIRET, in any usual
     *     writing; it is read, or the company is
     * @throws DossierNotFound if it is neither a dossier of the copy nor a SIRET
     */
    public VisibilityAnswer explain(String email, String wanted, Purpose purpose) {
        Optional<Dossier> dossier = jdbc.sql(DOSSIER)
                .param("key", NumberKey.of(wanted))
                .param("number", CleanText.clean(wanted))
                .query(Dossier.class)
                .optional();
        dossier.ifPresent(found -> readings.record(Subject.DOSSIER, found.number(), purpose));
        List<VisibilityFacts.Target> targets =
                dossier.map(DossierVisibility::sides).orElseGet(() -> place(wanted, purpose));
        return facts(email, targets, dossier.map(Dossier::status).orElse(null)).decide();
    }

    private VisibilityFacts facts(String email, List<VisibilityFacts.Target> targets, @Nullable DossierStatus status) {
        String key = AccountLinks.key(email);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        PortalAccount account = jdbc.sql("select * from dossier_account where email_key = :key")
                .param("key", key)
                .query(PortalAccount.class)
                .optional()
                .orElse(null);
        List<Establishment> establishments = successors.related(
                targets.stream().map(VisibilityFacts.Target::siret).toList());
        Set<String> sirets = Stream.concat(
                        targets.stream().map(VisibilityFacts.Target::siret),
                        establishments.stream()
                                .flatMap(place -> Stream.concat(
                                        Stream.of(place.siret()), Stream.ofNullable(place.successorSiret()))))
                .collect(Collectors.toSet());
        return new VisibilityFacts(
                account,
                links(key, sirets, today),
                hasBothProfiles(key, today),
                targets,
                establishments,
                status == null ? withDossiers(sirets) : Set.of(),
                status,
                today);
    }

    private List<Rattachement> links(String key, Set<String> sirets, LocalDate today) {
        Set<String> scopes = sirets.stream()
                .flatMap(siret -> Stream.of(siret, siret.substring(0, Siren.LENGTH)))
                .collect(Collectors.toSet());
        return jdbc.sql(LINKS)
                .param("key", key)
                .param("scopes", scopes)
                .param("today", today)
                .query(Rattachement.class)
                .list();
    }

    private boolean hasBothProfiles(String key, LocalDate today) {
        return jdbc.sql(ACTIVE_ROLES).param("key", key).param("today", today).query(String.class).list().stream()
                        .map(role -> RattachementRole.valueOf(role).seesAsEmployer())
                        .distinct()
                        .count()
                == 2;
    }

    private Set<String> withDossiers(Set<String> sirets) {
        return Set.copyOf(jdbc.sql(WITH_DOSSIERS)
                .param("sirets", sirets)
                .query(String.class)
                .list());
    }

    private static List<VisibilityFacts.Target> sides(Dossier dossier) {
        return Stream.concat(
                        Stream.of(new VisibilityFacts.Target(dossier.employerSiret(), Profile.ENTREPRISE)),
                        Stream.ofNullable(dossier.providerSiret())
                                .map(siret -> new VisibilityFacts.Target(siret, Profile.ORGANISME_FORMATION)))
                .toList();
    }

    private List<VisibilityFacts.Target> place(String wanted, Purpose purpose) {
        if (Siret.check(wanted).isPresent()) {
            throw new DossierNotFound();
        }
        Siret siret = Siret.parse(wanted);
        readings.record(Subject.COMPANY, siret.siren().value(), purpose);
        return List.of(new VisibilityFacts.Target(siret.value(), null));
    }
}
