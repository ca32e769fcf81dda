package fr.rappel.dossier;

import fr.rappel.shared.Roles;
import fr.rappel.shared.Siret;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** "Why can't I see my dossier?" */
@Service
@Transactional
@RolesAllowed(Roles.AGENT)
public class DossierVisibility {

    private final JdbcClient jdbc;
    private final Successors successors;
    private final Readings readings;

    DossierVisibility(JdbcClient jdbc, Successors successors, Readings readings) {
        this.jdbc = jdbc;
        this.successors = successors;
        this.readings = readings;
    }

    /**
     * Says why that account does not see that dossier, or the dossiers of that establishment, on the portal.
     *
     * @param email of the account, in any case, known or not
     * @param wanted number of a dossier, or a SIRET, in any usual writing; it is read, or the company is
     * @throws DossierNotFound if it is neither a dossier of the copy nor a SIRET
     */
    public VisibilityAnswer explain(String email, String wanted, Purpose purpose) {
        Optional<Dossier> dossier = jdbc.sql(
                        "select * from dossier_dossier where number_key = :key order by number limit 1")
                .param("key", NumberKey.of(wanted))
                .query(Dossier.class)
                .optional();
        dossier.ifPresent(found -> readings.record(Subject.DOSSIER, found.number(), purpose));
        List<VisibilityFacts.Target> targets =
                dossier.map(DossierVisibility::sides).orElseGet(() -> place(wanted, purpose));
        return facts(email, targets, dossier.map(Dossier::status).orElse(null)).decide();
    }

    private VisibilityFacts facts(String email, List<VisibilityFacts.Target> targets, @Nullable DossierStatus status) {
        String key = AccountLinks.key(email);
        PortalAccount account = jdbc.sql("select * from dossier_account where email_key = :key")
                .param("key", key)
                .query(PortalAccount.class)
                .optional()
                .orElse(null);
        List<Establishment> establishments = successors.related(
                targets.stream().map(VisibilityFacts.Target::siret).toList());
        List<String> sirens = Stream.concat(
                        targets.stream().map(VisibilityFacts.Target::siret),
                        establishments.stream()
                                .flatMap(place -> Stream.concat(
                                        Stream.of(place.siret()), Stream.ofNullable(place.successorSiret()))))
                .map(siret -> siret.substring(0, 9))
                .distinct()
                .toList();
        List<Rattachement> links = jdbc.sql("""
                        select * from dossier_rattachement where account_key = :key and siren in (:sirens)
                         order by since desc limit 200""")
                .param("key", key)
                .param("sirens", sirens)
                .query(Rattachement.class)
                .list();
        return new VisibilityFacts(account, links, hasBothProfiles(key), targets, establishments, status);
    }

    private boolean hasBothProfiles(String key) {
        return jdbc
                        .sql(
                                "select distinct role from dossier_rattachement where account_key = :key and status = 'ACTIF'")
                        .param("key", key)
                        .query(String.class)
                        .list()
                        .stream()
                        .map(role -> RattachementRole.valueOf(role).seesAsEmployer())
                        .distinct()
                        .count()
                == 2;
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
