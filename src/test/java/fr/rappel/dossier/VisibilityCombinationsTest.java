package fr.rappel.dossier;

import static fr.rappel.dossier.VisibilityCase.CFA;
import static fr.rappel.dossier.VisibilityCase.FEBRUARY;
import static fr.rappel.dossier.VisibilityCase.JANUARY;
import static fr.rappel.dossier.VisibilityCase.OLD;
import static fr.rappel.dossier.VisibilityCase.SHOP;
import static fr.rappel.dossier.VisibilityCase.SISTER;
import static fr.rappel.dossier.VisibilityCase.TODAY;
import static fr.rappel.dossier.VisibilityFinding.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The order of the answers, in every combination of what may be so at once; and where following an answer leads. */
class VisibilityCombinationsTest {

    private static final String COMPANY = "552081317";
    private static final String CFA_OLD = "13002526500021";
    private static final String CFA_SISTER = "13002526500039";

    /** Where each of the two sides went on; in companies of their own, so that none is a sister. */
    private static final String NEW = "85300098200241";

    private static final String CFA_NEW = "35600000000048";

    /** Answers to whoever sees what was asked for. */
    private static final Set<VisibilityFinding> SEEN = Set.of(VISIBLE, PROFILE_FILTER, PROFILE_SPLIT, DRAFT);

    /** Answers that leave it to somebody else, or to a day. */
    private static final Set<VisibilityFinding> UP_TO_OTHERS =
            Set.of(LINK_REQUESTED, LINK_TO_COME, LINK_REFUSED, PROVIDER_UNKNOWN);

    /** How an account may be linked to a side of a dossier, the nearest to seeing it first. */
    private enum Tie {
        PLACE,
        COMPANY,
        REQUESTED,
        TO_COME,
        ENDED,
        REFUSED,
        REMOVED,
        OTHER_SIDE,
        SUCCESSOR,
        PREDECESSOR,
        SISTER,
        NONE;

        boolean sees() {
            return this == PLACE || this == COMPANY;
        }
    }

    private enum Fate {
        OPEN,
        CLOSED,
        REPLACED
    }

    /** In this order, whichever side it concerns; of one kind the side of the account first. */
    private static final List<List<Tie>> ORDER = List.of(
            List.of(Tie.REQUESTED, Tie.TO_COME, Tie.ENDED, Tie.REFUSED, Tie.REMOVED),
            List.of(Tie.OTHER_SIDE),
            List.of(Tie.SUCCESSOR),
            List.of(Tie.PREDECESSOR),
            List.of(Tie.SISTER));

    /** A side of a dossier: an establishment, what became of it, and how the account is linked to it. */
    private record Side(Profile profile, String siret, String old, String sister, String next, Fate fate, Tie tie) {

        RattachementRole role() {
            return profile == Profile.ENTREPRISE ? RattachementRole.ENTREPRISE : RattachementRole.CFA;
        }

        VisibilityCase addTo(VisibilityCase facts) {
            VisibilityCase placed = facts.place(
                            siret,
                            fate == Fate.OPEN ? RegisterState.ACTIVE : RegisterState.CLOSED,
                            fate == Fate.REPLACED ? next : null)
                    .place(old, RegisterState.CLOSED, siret);
            return switch (tie) {
                case PLACE -> placed.link(siret, role());
                case COMPANY -> placed.link(siret.substring(0, 9), role());
                case REQUESTED -> placed.link(siret, role(), RattachementStatus.DEMANDE, JANUARY);
                case TO_COME -> placed.link(siret, role(), RattachementStatus.ACTIF, TODAY.plusDays(1));
                case ENDED -> placed.link(siret, role(), RattachementStatus.ACTIF, JANUARY, FEBRUARY);
                case REFUSED -> placed.link(siret, role(), RattachementStatus.REFUSE, JANUARY);
                case REMOVED -> placed.link(siret, role(), RattachementStatus.RETIRE, JANUARY);
                case OTHER_SIDE ->
                    placed.link(
                            siret,
                            profile == Profile.ENTREPRISE
                                    ? RattachementRole.ORGANISME_FORMATION
                                    : RattachementRole.TIERS_MANDATE);
                case SUCCESSOR -> placed.link(next, role());
                case PREDECESSOR -> placed.link(old, role());
                case SISTER -> placed.link(sister, role());
                case NONE -> placed;
            };
        }

        /** What there is to say of this side for that tie; nothing if it is not the side's. */
        Optional<VisibilityAnswer> says(Tie asked) {
            if (asked != tie) {
                return Optional.empty();
            }
            return switch (tie) {
                case REQUESTED -> Optional.of(VisibilityAnswer.of(LINK_REQUESTED, siret, JANUARY));
                case TO_COME -> Optional.of(VisibilityAnswer.of(LINK_TO_COME, siret, TODAY.plusDays(1)));
                case REFUSED -> Optional.of(VisibilityAnswer.of(LINK_REFUSED, siret, JANUARY.plusDays(1)));
                case ENDED -> Optional.of(adding(LINK_ENDED, siret, FEBRUARY));
                case REMOVED -> Optional.of(adding(LINK_REMOVED, siret, JANUARY.plusDays(1)));
                case OTHER_SIDE -> Optional.of(adding(VisibilityFinding.OTHER_SIDE, siret, other(), profile));
                case SUCCESSOR ->
                    fate == Fate.REPLACED ? Optional.of(adding(SUCCESSOR_LINKED, siret, next)) : Optional.empty();
                case PREDECESSOR -> Optional.of(adding(PREDECESSOR_LINKED, siret, old));
                case SISTER -> Optional.of(adding(SISTER_LINKED, siret, sister));
                case PLACE, COMPANY, NONE -> Optional.empty();
            };
        }

        VisibilityAnswer saysWithoutLink() {
            return switch (fate) {
                case OPEN -> adding(NO_LINK, siret);
                case CLOSED -> adding(SIRET_CLOSED, siret);
                case REPLACED -> adding(SIRET_REPLACED, siret, next);
            };
        }

        private Profile other() {
            return profile == Profile.ENTREPRISE ? Profile.ORGANISME_FORMATION : Profile.ENTREPRISE;
        }

        private VisibilityAnswer adding(VisibilityFinding finding, Object... arguments) {
            String scope = fate == Fate.OPEN ? siret : siret.substring(0, 9);
            return VisibilityAnswer.of(finding, arguments).adding(new LinkToAdd(scope, profile));
        }
    }

    /** A dossier and the account of somebody who asks for it. */
    private record Question(
            Side employer, Side provider, AccountKind kind, DossierStatus status, boolean otherProfile) {

        VisibilityCase facts() {
            VisibilityCase facts =
                    employer.addTo(VisibilityCase.dossier().kind(kind).status(status));
            facts = provider == null ? facts.withoutProvider() : provider.addTo(facts);
            return otherProfile ? facts.both() : facts;
        }

        /** The side of the account first. */
        List<Side> sides() {
            List<Side> sides = new ArrayList<>(provider == null ? List.of(employer) : List.of(employer, provider));
            if (kind != AccountKind.ENTREPRISE) {
                Collections.reverse(sides);
            }
            return sides;
        }

        VisibilityAnswer expected() {
            List<Side> seeing =
                    sides().stream().filter(side -> side.tie().sees()).toList();
            return seeing.isEmpty() ? whyNotSeen() : seen(seeing);
        }

        private VisibilityAnswer seen(List<Side> seeing) {
            if (status == DossierStatus.BROUILLON) {
                return VisibilityAnswer.of(DRAFT);
            }
            boolean hidden = seeing.size() == 1 && facts().facts().bothProfiles();
            return VisibilityAnswer.of(
                    hidden ? PROFILE_FILTER : VISIBLE, seeing.getFirst().profile());
        }

        private VisibilityAnswer whyNotSeen() {
            for (List<Tie> ties : ORDER) {
                for (Side side : sides()) {
                    for (Tie tie : ties) {
                        Optional<VisibilityAnswer> answer = side.says(tie);
                        if (answer.isPresent()) {
                            return answer.get();
                        }
                    }
                }
            }
            return provider == null && kind != AccountKind.ENTREPRISE
                    ? VisibilityAnswer.of(PROVIDER_UNKNOWN)
                    : sides().getFirst().saysWithoutLink();
        }
    }

    @Test
    void ofADossierTheFirstReasonInTheOrderIsSaid() {
        int[] asked = {0};
        questions(question -> {
            asked[0]++;
            assertThat(question.facts().facts().decide()).as("%s", question).isEqualTo(question.expected());
        });
        assertThat(asked[0]).isEqualTo(2 * 2 * 2 * 36 * 37);
    }

    @Test
    void anUnusableAccountIsTheFirstReasonOfAll() {
        for (AccountStatus status : AccountStatus.values()) {
            if (status != AccountStatus.ACTIF) {
                questions(question -> assertThat(question.facts()
                                .account(status)
                                .facts()
                                .decide()
                                .finding())
                        .isIn(ACCOUNT_UNCONFIRMED, ACCOUNT_BLOCKED, ACCOUNT_CLOSED));
            }
        }
    }

    @Test
    void whoeverFollowsTheAnswersSeesTheDossier() {
        questions(question -> assertThat(follow(question.facts()))
                .as("%s", question)
                .matches(end -> SEEN.contains(end) || UP_TO_OTHERS.contains(end)));
    }

    @Test
    void whoeverFollowsTheAnswersSeesEveryDossierOfAnEstablishment() {
        lines(line -> {
            VisibilityCase end = followed(line);
            assertThat(end.facts().decide().finding()).as("%s", line).isIn(SEEN);
            assertThat(missing(end)).as("%s", end).isEmpty();
        });
    }

    @Test
    void allIsWellOnlyIfEveryDossierOfAnEstablishmentIsSeen() {
        lines(line -> {
            VisibilityFinding said = line.facts().decide().finding();
            boolean isSeen = SEEN.contains(said) || said == LINKED_CLOSED;
            assertThat(isSeen).as("%s", line).isEqualTo(missing(line).isEmpty());
        });
    }

    @Test
    void theOrderInWhichLinksAreReadDoesNotMatter() {
        var random = new Random(7);
        lines(line -> {
            List<Rattachement> shuffled = new ArrayList<>(line.links());
            Collections.shuffle(shuffled, random);
            var other = new VisibilityCase(
                    line.account(),
                    line.kind(),
                    shuffled,
                    line.alsoOtherProfile(),
                    line.targets(),
                    line.places().reversed(),
                    line.withDossiers(),
                    null);
            assertThat(other.facts().decide()).isEqualTo(line.facts().decide());
        });
    }

    private static void questions(Consumer<Question> ask) {
        List<Side> employers = new ArrayList<>();
        List<Side> providers = new ArrayList<>(Collections.singletonList(null));
        for (Tie tie : Tie.values()) {
            for (Fate fate : Fate.values()) {
                employers.add(new Side(Profile.ENTREPRISE, SHOP, OLD, SISTER, NEW, fate, tie));
                providers.add(new Side(Profile.ORGANISME_FORMATION, CFA, CFA_OLD, CFA_SISTER, CFA_NEW, fate, tie));
            }
        }
        for (Side employer : employers) {
            for (Side provider : providers) {
                for (AccountKind kind : List.of(AccountKind.ENTREPRISE, AccountKind.CFA)) {
                    for (DossierStatus status : List.of(DossierStatus.TRANSMIS, DossierStatus.BROUILLON)) {
                        ask.accept(new Question(employer, provider, kind, status, false));
                        ask.accept(new Question(employer, provider, kind, status, true));
                    }
                }
            }
        }
    }

    /** An establishment that moved twice, or to another company: which of the three is asked about, linked, closed, has dossiers. */
    private static void lines(Consumer<VisibilityCase> ask) {
        for (String today : List.of(SISTER, NEW)) {
            List<String> line = List.of(OLD, SHOP, today);
            for (String asked : line) {
                for (int links = 0; links < 3 * 3 * 3 * 2; links++) {
                    for (int more = 0; more < 2 * 2 * 2 * 2; more++) {
                        ask.accept(line(line, asked, links, more));
                    }
                }
            }
        }
    }

    private static VisibilityCase line(List<String> line, String asked, int links, int more) {
        VisibilityCase facts = VisibilityCase.siret(asked)
                .place(line.get(0), RegisterState.CLOSED, line.get(1))
                .place(line.get(1), RegisterState.CLOSED, line.get(2))
                .place(line.get(2), more % 2 == 0 ? RegisterState.ACTIVE : RegisterState.CLOSED, null);
        int left = links;
        for (String siret : line) {
            facts = switch (left % 3) {
                case 0 -> facts;
                case 1 -> facts.link(siret, RattachementRole.ENTREPRISE);
                default -> facts.link(siret, RattachementRole.CFA, RattachementStatus.RETIRE, JANUARY);
            };
            left /= 3;
        }
        facts = left == 0 ? facts : facts.link(COMPANY, RattachementRole.CFA);
        left = more / 2;
        for (String siret : line) {
            facts = left % 2 == 0 ? facts : facts.dossiersAt(siret);
            left /= 2;
        }
        return facts;
    }

    /** Establishments of that line with dossiers that the account does not see, and today's, which may get some. */
    private static List<String> missing(VisibilityCase line) {
        return line.places().stream()
                .filter(place ->
                        place.successorSiret() == null || line.withDossiers().contains(place.siret()))
                .map(Establishment::siret)
                .filter(siret -> line.links().stream()
                        .noneMatch(link -> link.on(TODAY) == LinkState.ACTIF && link.covers(siret)))
                .toList();
    }

    private static VisibilityFinding follow(VisibilityCase facts) {
        return followed(facts).facts().decide().finding();
    }

    /** Adds what the answers say, one after the other, until there is nothing to add. */
    private static VisibilityCase followed(VisibilityCase facts) {
        VisibilityCase now = facts;
        List<LinkToAdd> added = new ArrayList<>();
        for (LinkToAdd next = toAdd(now); next != null; next = toAdd(now)) {
            assertThat(added).as("no advice is given twice: %s", facts).doesNotContain(next);
            added.add(next);
            RattachementRole role =
                    next.side() == Profile.ORGANISME_FORMATION ? RattachementRole.CFA : RattachementRole.ENTREPRISE;
            now = now.link(next.scope(), role, RattachementStatus.ACTIF, TODAY);
        }
        return now;
    }

    private static LinkToAdd toAdd(VisibilityCase facts) {
        return facts.facts().decide().toAdd();
    }
}
