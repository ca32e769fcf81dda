package fr.rappel.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an account sees a dossier, or the dossiers of an establishment; all of it loaded before.
 *
 * @param links of the account to the companies concerned, in any state
 * @param bothProfiles whether the account works on both sides, so that the portal filters its dossiers by profile
 * @param targets one of these has to be reached
 * @param establishments the targets, and all they moved from or to, as far as the copy knows them
 * @param status of the dossier; null if an establishment was asked about
 */
record VisibilityFacts(
        @Nullable PortalAccount account,
        List<Rattachement> links,
        boolean bothProfiles,
        List<Target> targets,
        List<Establishment> establishments,
        @Nullable DossierStatus status) {

    /**
     * An establishment whose dossiers are looked for.
     *
     * @param side from which the link has to see; null if either will do
     */
    record Target(String siret, @Nullable Profile side) {

        boolean isReachedBy(Rattachement link) {
            return link.covers(siret);
        }

        boolean isSeenBy(Rattachement link) {
            return isReachedBy(link) && (side == null || side == profile(link));
        }
    }

    /** The first test that fails, or that none does. */
    VisibilityAnswer decide() {
        return unusableAccount()
                .or(this::seen)
                .or(() -> first(this::inactiveLink))
                .or(() -> first(this::otherSide))
                .or(() -> first(this::moved))
                .or(() -> first(this::sister))
                .or(() -> first(this::replaced))
                .or(() -> first(this::closed))
                .orElseGet(() -> VisibilityAnswer.of(
                        VisibilityFinding.NO_LINK, ordered().getFirst().siret()));
    }

    static Profile profile(Rattachement link) {
        return link.role().seesAsEmployer() ? Profile.ENTREPRISE : Profile.ORGANISME_FORMATION;
    }

    private Optional<VisibilityAnswer> unusableAccount() {
        if (account == null) {
            return answer(VisibilityFinding.NO_ACCOUNT);
        }
        return switch (account.status()) {
            case A_CONFIRMER -> answer(VisibilityFinding.ACCOUNT_UNCONFIRMED);
            case BLOQUE -> answer(VisibilityFinding.ACCOUNT_BLOCKED);
            case FERME -> answer(VisibilityFinding.ACCOUNT_CLOSED);
            case ACTIF -> Optional.empty();
        };
    }

    private Optional<VisibilityAnswer> seen() {
        return active().filter(link -> targets.stream().anyMatch(target -> target.isSeenBy(link)))
                .findFirst()
                .flatMap(link -> {
                    if (status == DossierStatus.BROUILLON) {
                        return answer(VisibilityFinding.DRAFT);
                    }
                    return bothProfiles
                            ? answer(VisibilityFinding.PROFILE_FILTER, profile(link))
                            : answer(VisibilityFinding.VISIBLE);
                });
    }

    private Optional<VisibilityAnswer> inactiveLink(Target target) {
        return links.stream()
                .filter(target::isSeenBy)
                .max(Comparator.comparing(Rattachement::since))
                .flatMap(link -> switch (link.status()) {
                    case DEMANDE -> answer(VisibilityFinding.LINK_REQUESTED, target.siret(), link.since());
                    case REFUSE -> answer(VisibilityFinding.LINK_REFUSED, target.siret(), end(link));
                    case RETIRE -> answer(VisibilityFinding.LINK_REMOVED, target.siret(), end(link));
                    case ACTIF -> Optional.empty();
                });
    }

    private Optional<VisibilityAnswer> otherSide(Target target) {
        return Optional.ofNullable(target.side())
                .flatMap(needed -> active().filter(target::isReachedBy)
                        .findFirst()
                        .flatMap(link -> answer(VisibilityFinding.OTHER_SIDE, target.siret(), profile(link), needed)));
    }

    private Optional<VisibilityAnswer> moved(Target target) {
        return moves(target.siret()).stream()
                .filter(siret -> active().anyMatch(link -> link.covers(siret)))
                .findFirst()
                .flatMap(siret -> answer(VisibilityFinding.MOVED, target.siret(), siret));
    }

    private Optional<VisibilityAnswer> sister(Target target) {
        return active().filter(link -> target.siret().startsWith(link.siren()))
                .map(Rattachement::siret)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .flatMap(siret -> answer(VisibilityFinding.SISTER_LINKED, target.siret(), siret));
    }

    private Optional<VisibilityAnswer> replaced(Target target) {
        String last = Successors.last(target.siret(), establishments);
        return last.equals(target.siret())
                ? Optional.empty()
                : answer(VisibilityFinding.SIRET_REPLACED, target.siret(), last);
    }

    private Optional<VisibilityAnswer> closed(Target target) {
        return establishments.stream()
                .filter(place -> place.siret().equals(target.siret()) && place.state() == RegisterState.CLOSED)
                .findFirst()
                .flatMap(place -> answer(VisibilityFinding.SIRET_CLOSED, target.siret()));
    }

    /** Where the work of that establishment went to or came from, in any number of moves, the nearest first. */
    private List<String> moves(String siret) {
        List<String> found = new ArrayList<>(List.of(siret));
        for (int i = 0; i < found.size(); i++) {
            String from = found.get(i);
            establishments.stream()
                    .flatMap(place -> place.siret().equals(from)
                            ? Stream.ofNullable(place.successorSiret())
                            : Stream.of(place.siret()).filter(other -> from.equals(place.successorSiret())))
                    .filter(other -> !found.contains(other))
                    .forEach(found::add);
        }
        return found.subList(1, found.size());
    }

    private Stream<Rattachement> active() {
        return links.stream().filter(link -> link.status() == RattachementStatus.ACTIF);
    }

    private Optional<VisibilityAnswer> first(Function<Target, Optional<VisibilityAnswer>> test) {
        return ordered().stream().flatMap(target -> test.apply(target).stream()).findFirst();
    }

    /** The side that the account is made for comes first. */
    private List<Target> ordered() {
        Profile own = account == null || account.kind() == AccountKind.ENTREPRISE
                ? Profile.ENTREPRISE
                : Profile.ORGANISME_FORMATION;
        return targets.stream()
                .sorted(Comparator.comparing(target -> target.side() != own))
                .toList();
    }

    private static LocalDate end(Rattachement link) {
        return link.untilOn() == null ? link.since() : link.untilOn();
    }

    private static Optional<VisibilityAnswer> answer(VisibilityFinding finding, Object... arguments) {
        return Optional.of(VisibilityAnswer.of(finding, arguments));
    }
}
