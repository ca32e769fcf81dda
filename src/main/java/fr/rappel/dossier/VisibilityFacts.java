package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What decides whether an account sees a dossier, or the dossiers of an establishment; all of it loaded before.
 *
 * @param links of the account to the companies concerned, in any state
 * @param bothProfiles whether the account works on both sides today, so that the portal filters its dossiers by profile
 * @param targets the sides of the dossier, or the establishment asked about
 * @param establishments the targets, and all they moved from or to, as far as the copy knows them
 * @param withDossiers those of the establishments that have dossiers; of interest if an establishment was asked about
 * @param status of the dossier; null if an establishment was asked about
 */
record VisibilityFacts(
        @Nullable PortalAccount account,
        List<Rattachement> links,
        boolean bothProfiles,
        List<Target> targets,
        List<Establishment> establishments,
        Set<String> withDossiers,
        @Nullable DossierStatus status,
        LocalDate today) {

    /** Of two links of one day the more hopeful one. */
    private static final Comparator<Rattachement> NEWEST_FIRST = Comparator.comparing(Rattachement::since)
            .reversed()
            .thenComparing(Rattachement::status)
            .thenComparing(Rattachement::scope)
            .thenComparing(Rattachement::role);

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
            return isReachedBy(link) && (side == null || side == link.profile());
        }
    }

    /** The first test that fails, or that none does. */
    VisibilityAnswer decide() {
        return unusableAccount()
                .or(this::notSeen)
                .or(this::draft)
                .or(this::linkedClosed)
                .or(this::profileToChoose)
                .orElseGet(() -> VisibilityAnswer.of(VisibilityFinding.VISIBLE, profile()));
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

    private Optional<VisibilityAnswer> notSeen() {
        return wanted().stream().filter(Predicate.not(this::isSeen)).findFirst().map(this::reason);
    }

    /** First what the account is linked to, that needs a small step only; then what there is to say without any link. */
    private VisibilityAnswer reason(List<Target> missed) {
        Target own = missed.getFirst();
        return first(missed, this::inactiveLink)
                .or(() -> first(missed, this::otherSide))
                .or(() -> first(missed, this::successorLinked))
                .or(() -> first(missed, this::predecessorLinked))
                .or(() -> first(missed, this::sisterLinked))
                .or(this::providerUnknown)
                .or(() -> replaced(own))
                .or(() -> closed(own))
                .orElseGet(() -> VisibilityAnswer.of(VisibilityFinding.NO_LINK, own.siret())
                        .adding(linkTo(own)));
    }

    /**
     * All of these have to be seen, each by one of its targets: a dossier from either side, that of the account's kind
     * first; an establishment, then those that went on with its work, today's first, then those before it, as far as they
     * have dossiers. Today's may get some.
     */
    private List<List<Target>> wanted() {
        if (status != null) {
            return List.of(targets.stream()
                    .sorted(Comparator.comparing(target -> target.side() != ownSide()))
                    .toList());
        }
        String asked = targets.getFirst().siret();
        String last = Successors.last(asked, establishments);
        return Stream.of(
                        List.of(asked),
                        Successors.after(asked, establishments).reversed(),
                        Successors.before(asked, establishments))
                .flatMap(Collection::stream)
                .filter(siret -> siret.equals(last) || withDossiers.contains(siret))
                .distinct()
                .map(siret -> List.of(new Target(siret, null)))
                .toList();
    }

    private boolean isSeen(List<Target> either) {
        return active().anyMatch(link -> either.stream().anyMatch(target -> target.isSeenBy(link)));
    }

    private Optional<VisibilityAnswer> inactiveLink(Target target) {
        return links.stream().filter(target::isSeenBy).min(NEWEST_FIRST).flatMap(link -> switch (link.on(today)) {
            case DEMANDE -> answer(VisibilityFinding.LINK_REQUESTED, link.scope(), link.since());
            case A_VENIR -> answer(VisibilityFinding.LINK_TO_COME, link.scope(), link.since());
            case TERMINE -> add(linkTo(target), VisibilityFinding.LINK_ENDED, link.scope(), link.end());
            case REFUSE -> answer(VisibilityFinding.LINK_REFUSED, link.scope(), link.end());
            case RETIRE -> add(linkTo(target), VisibilityFinding.LINK_REMOVED, link.scope(), link.end());
            case ACTIF -> Optional.empty();
        });
    }

    private Optional<VisibilityAnswer> otherSide(Target target) {
        return Optional.ofNullable(target.side())
                .flatMap(needed -> active().filter(target::isReachedBy)
                        .findFirst()
                        .flatMap(link -> add(
                                linkTo(target), VisibilityFinding.OTHER_SIDE, target.siret(), link.profile(), needed)));
    }

    private Optional<VisibilityAnswer> successorLinked(Target target) {
        return linkedAmong(Successors.after(target.siret(), establishments).reversed())
                .flatMap(siret -> add(linkTo(target), VisibilityFinding.SUCCESSOR_LINKED, target.siret(), siret));
    }

    private Optional<VisibilityAnswer> predecessorLinked(Target target) {
        return linkedAmong(Successors.before(target.siret(), establishments))
                .flatMap(siret -> add(linkTo(target), VisibilityFinding.PREDECESSOR_LINKED, target.siret(), siret));
    }

    private Optional<VisibilityAnswer> sisterLinked(Target target) {
        return active().filter(link -> target.siret().startsWith(link.siren()))
                .map(Rattachement::siret)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .flatMap(siret -> add(linkTo(target), VisibilityFinding.SISTER_LINKED, target.siret(), siret));
    }

    private Optional<VisibilityAnswer> providerUnknown() {
        return status != null
                        && ownSide() == Profile.ORGANISME_FORMATION
                        && targets.stream().noneMatch(target -> target.side() == ownSide())
                ? answer(VisibilityFinding.PROVIDER_UNKNOWN)
                : Optional.empty();
    }

    /** A dossier stays where it is; whoever asks for an establishment has to see its successor as well. */
    private Optional<VisibilityAnswer> replaced(Target missed) {
        Target before = status == null ? targets.getFirst() : missed;
        String last = Successors.last(before.siret(), establishments);
        if (last.equals(before.siret())) {
            return Optional.empty();
        }
        boolean companySeesAll = status != null || siren(last).equals(siren(before.siret()));
        LinkToAdd missing = linkTo(companySeesAll ? before : new Target(last, null));
        return add(missing, VisibilityFinding.SIRET_REPLACED, before.siret(), last);
    }

    private Optional<VisibilityAnswer> closed(Target target) {
        return isClosed(target.siret())
                ? add(linkTo(target), VisibilityFinding.SIRET_CLOSED, target.siret())
                : Optional.empty();
    }

    private Optional<VisibilityAnswer> draft() {
        return status == DossierStatus.BROUILLON ? answer(VisibilityFinding.DRAFT) : Optional.empty();
    }

    private Optional<VisibilityAnswer> linkedClosed() {
        Target last = new Target(Successors.last(targets.getFirst().siret(), establishments), null);
        boolean companyLinked = active().anyMatch(link -> link.siret() == null && last.isReachedBy(link));
        return status == null && isClosed(last.siret()) && !companyLinked
                ? add(linkTo(last), VisibilityFinding.LINKED_CLOSED, last.siret())
                : Optional.empty();
    }

    /** Under which profile to look, if the account has two; a dossier seen from both sides is under either. */
    private Optional<VisibilityAnswer> profileToChoose() {
        if (!bothProfiles) {
            return Optional.empty();
        }
        if (seenAs().size() == 1) {
            return answer(VisibilityFinding.PROFILE_FILTER, profile());
        }
        return status == null
                ? answer(VisibilityFinding.PROFILE_SPLIT, Profile.ENTREPRISE, Profile.ORGANISME_FORMATION)
                : Optional.empty();
    }

    private Profile profile() {
        Set<Profile> seenAs = seenAs();
        return seenAs.contains(ownSide()) ? ownSide() : seenAs.iterator().next();
    }

    private Set<Profile> seenAs() {
        List<Target> seen = wanted().stream().flatMap(Collection::stream).toList();
        return active().filter(link -> seen.stream().anyMatch(target -> target.isSeenBy(link)))
                .map(Rattachement::profile)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Profile.class)));
    }

    /** Only the link to a whole company reaches an establishment that is no more. */
    private LinkToAdd linkTo(Target target) {
        boolean isGone = isClosed(target.siret())
                || !Successors.after(target.siret(), establishments).isEmpty();
        return new LinkToAdd(isGone ? siren(target.siret()) : target.siret(), target.side());
    }

    private boolean isClosed(String siret) {
        return establishments.stream()
                .anyMatch(place -> place.siret().equals(siret) && place.state() == RegisterState.CLOSED);
    }

    private Optional<String> linkedAmong(List<String> sirets) {
        return sirets.stream()
                .filter(siret -> active().anyMatch(link -> link.covers(siret)))
                .findFirst();
    }

    private Stream<Rattachement> active() {
        return links.stream().filter(link -> link.on(today) == LinkState.ACTIF).sorted(NEWEST_FIRST);
    }

    /** The side that the account is made for. */
    private Profile ownSide() {
        return account == null || account.kind() == AccountKind.ENTREPRISE
                ? Profile.ENTREPRISE
                : Profile.ORGANISME_FORMATION;
    }

    private static String siren(String siret) {
        return siret.substring(0, Siren.LENGTH);
    }

    private static Optional<VisibilityAnswer> first(
            List<Target> targets, Function<Target, Optional<VisibilityAnswer>> test) {
        return targets.stream().flatMap(target -> test.apply(target).stream()).findFirst();
    }

    private static Optional<VisibilityAnswer> answer(VisibilityFinding finding, Object... arguments) {
        return Optional.of(VisibilityAnswer.of(finding, arguments));
    }

    private static Optional<VisibilityAnswer> add(LinkToAdd missing, VisibilityFinding finding, Object... arguments) {
        return Optional.of(VisibilityAnswer.of(finding, arguments).adding(missing));
    }
}
