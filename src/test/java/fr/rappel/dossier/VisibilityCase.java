package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** An account, its links, and a dossier or an establishment that it may see: under construction. */
record VisibilityCase(
        AccountStatus account,
        AccountKind kind,
        List<Rattachement> links,
        boolean alsoOtherProfile,
        List<VisibilityFacts.Target> targets,
        List<Establishment> places,
        Set<String> withDossiers,
        DossierStatus status) {

    static final String SHOP = "55208131766522";
    static final String SISTER = "55208131700001";
    static final String OLD = "55208131700099";
    static final String CFA = "13002526500013";
    static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);
    static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 5);
    static final LocalDate TODAY = LocalDate.of(2026, 3, 3);

    /** A dossier of the shop, whose apprentice goes to the training centre. */
    static VisibilityCase dossier() {
        var targets = List.of(
                new VisibilityFacts.Target(SHOP, Profile.ENTREPRISE),
                new VisibilityFacts.Target(CFA, Profile.ORGANISME_FORMATION));
        return new VisibilityCase(
                AccountStatus.ACTIF,
                AccountKind.ENTREPRISE,
                List.of(),
                false,
                targets,
                List.of(),
                Set.of(),
                DossierStatus.TRANSMIS);
    }

    static VisibilityCase siret(String siret) {
        return new VisibilityCase(
                AccountStatus.ACTIF,
                AccountKind.ENTREPRISE,
                List.of(),
                false,
                List.of(new VisibilityFacts.Target(siret, null)),
                List.of(),
                Set.of(),
                null);
    }

    VisibilityCase account(AccountStatus newStatus) {
        return new VisibilityCase(newStatus, kind, links, alsoOtherProfile, targets, places, withDossiers, status);
    }

    VisibilityCase kind(AccountKind newKind) {
        return new VisibilityCase(account, newKind, links, alsoOtherProfile, targets, places, withDossiers, status);
    }

    /** The account works on both sides, somewhere. */
    VisibilityCase both() {
        return new VisibilityCase(account, kind, links, true, targets, places, withDossiers, status);
    }

    VisibilityCase status(DossierStatus newStatus) {
        return new VisibilityCase(account, kind, links, alsoOtherProfile, targets, places, withDossiers, newStatus);
    }

    VisibilityCase withoutProvider() {
        return new VisibilityCase(
                account, kind, links, alsoOtherProfile, List.of(targets.getFirst()), places, withDossiers, status);
    }

    VisibilityCase link(String scope, RattachementRole role) {
        return link(scope, role, RattachementStatus.ACTIF, FEBRUARY, null);
    }

    /** In that state since that day; what ends did so the day after. */
    VisibilityCase link(String scope, RattachementRole role, RattachementStatus linkStatus, LocalDate since) {
        boolean ended = linkStatus == RattachementStatus.REFUSE || linkStatus == RattachementStatus.RETIRE;
        return link(scope, role, linkStatus, since, ended ? since.plusDays(1) : null);
    }

    VisibilityCase link(
            String scope, RattachementRole role, RattachementStatus linkStatus, LocalDate since, LocalDate until) {
        var link = new Rattachement(
                "a@b.fr",
                scope.substring(0, 9),
                scope.length() == 14 ? scope : null,
                role,
                since,
                linkStatus,
                null,
                until);
        List<Rattachement> more = new ArrayList<>(links);
        more.add(link);
        return new VisibilityCase(account, kind, more, alsoOtherProfile, targets, places, withDossiers, status);
    }

    VisibilityCase place(String siret, RegisterState state, String successor) {
        List<Establishment> more = new ArrayList<>(places);
        more.add(new Establishment(siret, siret.substring(0, 9), null, null, null, null, true, state, null, successor));
        return new VisibilityCase(account, kind, links, alsoOtherProfile, targets, more, withDossiers, status);
    }

    VisibilityCase dossiersAt(String... sirets) {
        Set<String> more = new HashSet<>(withDossiers);
        more.addAll(List.of(sirets));
        return new VisibilityCase(account, kind, links, alsoOtherProfile, targets, places, more, status);
    }

    VisibilityFacts facts() {
        boolean both = alsoOtherProfile
                || Stream.of(Profile.values())
                        .allMatch(profile -> links.stream()
                                .anyMatch(link -> link.on(TODAY) == LinkState.ACTIF && link.profile() == profile));
        return new VisibilityFacts(
                account == null ? null : new PortalAccount("a@b.fr", "a@b.fr", "A", kind, false, account),
                links,
                both,
                targets,
                places,
                withDossiers,
                status,
                TODAY);
    }
}
