package fr.rappel.dossier;

import static fr.rappel.dossier.VisibilityFinding.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Why somebody does not see a dossier: one row for each test that may fail, and for each order that matters. */
class VisibilityFactsTest {

    private static final String SHOP = "55208131766522";
    private static final String SISTER = "55208131700001";
    private static final String OLD = "55208131700099";
    private static final String CFA = "13002526500013";
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 5);
    private static final LocalDate FEBRUARY = LocalDate.of(2026, 2, 5);

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void saysTheFirstTestThatFails(String name, Case facts, VisibilityAnswer expected) {
        assertThat(facts.facts().decide()).isEqualTo(expected);
    }

    static Stream<Arguments> table() {
        return Stream.of(
                row("nobody", dossier().account(null), NO_ACCOUNT),
                row(
                        "not confirmed",
                        dossier().account(AccountStatus.A_CONFIRMER).link(SHOP, RattachementRole.ENTREPRISE),
                        ACCOUNT_UNCONFIRMED),
                row(
                        "blocked",
                        dossier().account(AccountStatus.BLOQUE).link(SHOP, RattachementRole.ENTREPRISE),
                        ACCOUNT_BLOCKED),
                row("closed account", dossier().account(AccountStatus.FERME), ACCOUNT_CLOSED),
                row("no link", dossier(), NO_LINK, SHOP),
                row("no link, training provider's account", dossier().kind(AccountKind.CFA), NO_LINK, CFA),
                row("a link elsewhere", dossier().link("99999999900001", RattachementRole.ENTREPRISE), NO_LINK, SHOP),
                row("establishment linked", dossier().link(SHOP, RattachementRole.ENTREPRISE), VISIBLE),
                row("company linked", dossier().link("552081317", RattachementRole.TIERS_MANDATE), VISIBLE),
                row("provider linked", dossier().link(CFA, RattachementRole.CFA), VISIBLE),
                row("draft", dossier().status(DossierStatus.BROUILLON).link(SHOP, RattachementRole.ENTREPRISE), DRAFT),
                row(
                        "to be validated is seen",
                        dossier().status(DossierStatus.A_VALIDER).link(SHOP, RattachementRole.ENTREPRISE),
                        VISIBLE),
                row(
                        "two profiles",
                        dossier().link(CFA, RattachementRole.CFA).both(),
                        PROFILE_FILTER,
                        Profile.ORGANISME_FORMATION),
                row(
                        "two profiles, draft",
                        dossier().link(CFA, RattachementRole.CFA).both().status(DossierStatus.BROUILLON),
                        DRAFT),
                row(
                        "employer linked as provider",
                        dossier().link(SHOP, RattachementRole.ORGANISME_FORMATION),
                        OTHER_SIDE,
                        SHOP,
                        Profile.ORGANISME_FORMATION,
                        Profile.ENTREPRISE),
                row(
                        "provider linked as employer",
                        dossier().link("130025265", RattachementRole.ENTREPRISE),
                        OTHER_SIDE,
                        CFA,
                        Profile.ENTREPRISE,
                        Profile.ORGANISME_FORMATION),
                row(
                        "asked for",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        LINK_REQUESTED,
                        SHOP,
                        JANUARY),
                row(
                        "refused",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.REFUSE, JANUARY),
                        LINK_REFUSED,
                        SHOP,
                        JANUARY.plusDays(1)),
                row(
                        "removed",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY),
                        LINK_REMOVED,
                        SHOP,
                        JANUARY.plusDays(1)),
                row(
                        "removed, asked for again",
                        dossier()
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, FEBRUARY),
                        LINK_REQUESTED,
                        SHOP,
                        FEBRUARY),
                row(
                        "removed, added again",
                        dossier()
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY)
                                .link(SHOP, RattachementRole.ENTREPRISE),
                        VISIBLE),
                row(
                        "asked for on this side, active on the other",
                        dossier()
                                .link(SHOP, RattachementRole.CFA)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        LINK_REQUESTED,
                        SHOP,
                        JANUARY),
                row("sister", dossier().link(SISTER, RattachementRole.ENTREPRISE), SISTER_LINKED, SHOP, SISTER),
                row(
                        "sister, and removed here",
                        dossier()
                                .link(SISTER, RattachementRole.ENTREPRISE)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY),
                        LINK_REMOVED,
                        SHOP,
                        JANUARY.plusDays(1)),
                row(
                        "sister asked for only",
                        dossier().link(SISTER, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        NO_LINK,
                        SHOP),
                row(
                        "moved here, old one linked",
                        dossier().place(OLD, RegisterState.CLOSED, SHOP).link(OLD, RattachementRole.ENTREPRISE),
                        MOVED,
                        SHOP,
                        OLD),
                row(
                        "moved away, new one linked",
                        dossier().place(SHOP, RegisterState.CLOSED, SISTER).link(SISTER, RattachementRole.ENTREPRISE),
                        MOVED,
                        SHOP,
                        SISTER),
                row(
                        "moved and company linked",
                        dossier()
                                .place(SHOP, RegisterState.CLOSED, SISTER)
                                .link("552081317", RattachementRole.ENTREPRISE),
                        VISIBLE),
                row(
                        "moved here twice, the oldest linked",
                        dossier()
                                .place(OLD, RegisterState.CLOSED, SISTER)
                                .place(SISTER, RegisterState.CLOSED, SHOP)
                                .link(OLD, RattachementRole.ENTREPRISE),
                        MOVED,
                        SHOP,
                        OLD),
                row(
                        "moved in a ring, another sister linked",
                        dossier()
                                .place(SHOP, RegisterState.CLOSED, OLD)
                                .place(OLD, RegisterState.CLOSED, SHOP)
                                .link(SISTER, RattachementRole.ENTREPRISE),
                        SISTER_LINKED,
                        SHOP,
                        SISTER),
                row(
                        "moved away twice, nothing linked",
                        dossier().place(SHOP, RegisterState.CLOSED, SISTER).place(SISTER, RegisterState.CLOSED, OLD),
                        SIRET_REPLACED,
                        SHOP,
                        OLD),
                row("closed", dossier().place(SHOP, RegisterState.CLOSED, null), SIRET_CLOSED, SHOP),
                row(
                        "closed, linked",
                        dossier().place(SHOP, RegisterState.CLOSED, null).link(SHOP, RattachementRole.ENTREPRISE),
                        VISIBLE),
                row("open", dossier().place(SHOP, RegisterState.ACTIVE, null), NO_LINK, SHOP),
                row("a SIRET, any side will do", siret().link(SHOP, RattachementRole.CFA), VISIBLE),
                row("a SIRET, sister", siret().link(SISTER, RattachementRole.CFA), SISTER_LINKED, SHOP, SISTER),
                row("a SIRET, nothing", siret(), NO_LINK, SHOP));
    }

    @Test
    void writesNumbersInGroups() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/dossier");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var answer = dossier().link(SISTER, RattachementRole.ENTREPRISE).facts().decide();
        assertThat(answer.sentence(messages, Locale.FRENCH)).endsWith("et non au 552\u00A0081\u00A0317\u00A066522.");
        assertThat(answer.action(messages, Locale.FRENCH)).contains("552\u00A0081\u00A0317\u00A066522");
    }

    @Test
    void everyFindingIsInTheTable() {
        Set<VisibilityFinding> found =
                table().map(row -> ((VisibilityAnswer) row.get()[2]).finding()).collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrder(VisibilityFinding.values());
    }

    @ParameterizedTest
    @EnumSource(DossierStatus.class)
    void onlyADraftIsHiddenFromWhoeverIsLinked(DossierStatus status) {
        var finding = dossier()
                .status(status)
                .link(SHOP, RattachementRole.ENTREPRISE)
                .facts()
                .decide()
                .finding();
        assertThat(finding).isEqualTo(status == DossierStatus.BROUILLON ? DRAFT : VISIBLE);
    }

    @Test
    void anActiveLinkOfTheRightSideIsAlwaysEnoughWhateverElseThereIs() {
        for (RattachementRole other : RattachementRole.values()) {
            for (RattachementStatus status : RattachementStatus.values()) {
                for (String scope : List.of(SHOP, SISTER, CFA, "552081317")) {
                    var facts = dossier()
                            .link(scope, other, status, FEBRUARY)
                            .link(SHOP, RattachementRole.ENTREPRISE)
                            .facts();
                    assertThat(facts.decide().finding()).isEqualTo(VISIBLE);
                }
            }
        }
    }

    private static Arguments row(String name, Case facts, VisibilityFinding finding, Object... arguments) {
        return arguments(name, facts, VisibilityAnswer.of(finding, arguments));
    }

    private static Case dossier() {
        var targets = List.of(
                new VisibilityFacts.Target(SHOP, Profile.ENTREPRISE),
                new VisibilityFacts.Target(CFA, Profile.ORGANISME_FORMATION));
        return new Case(
                AccountStatus.ACTIF,
                AccountKind.ENTREPRISE,
                List.of(),
                false,
                targets,
                List.of(),
                DossierStatus.TRANSMIS);
    }

    private static Case siret() {
        return new Case(
                AccountStatus.ACTIF,
                AccountKind.ENTREPRISE,
                List.of(),
                false,
                List.of(new VisibilityFacts.Target(SHOP, null)),
                List.of(),
                null);
    }

    /** Facts under construction. */
    private record Case(
            AccountStatus account,
            AccountKind kind,
            List<Rattachement> links,
            boolean bothProfiles,
            List<VisibilityFacts.Target> targets,
            List<Establishment> places,
            DossierStatus status) {

        Case account(AccountStatus newStatus) {
            return new Case(newStatus, kind, links, bothProfiles, targets, places, status);
        }

        Case kind(AccountKind newKind) {
            return new Case(account, newKind, links, bothProfiles, targets, places, status);
        }

        Case both() {
            return new Case(account, kind, links, true, targets, places, status);
        }

        Case status(DossierStatus newStatus) {
            return new Case(account, kind, links, bothProfiles, targets, places, newStatus);
        }

        Case link(String scope, RattachementRole role) {
            return link(scope, role, RattachementStatus.ACTIF, FEBRUARY);
        }

        Case link(String scope, RattachementRole role, RattachementStatus linkStatus, LocalDate since) {
            List<Rattachement> more = new ArrayList<>(links);
            boolean ended = linkStatus == RattachementStatus.REFUSE || linkStatus == RattachementStatus.RETIRE;
            more.add(new Rattachement(
                    "a@b.fr",
                    scope.substring(0, 9),
                    scope.length() == 14 ? scope : null,
                    role,
                    since,
                    linkStatus,
                    null,
                    ended ? since.plusDays(1) : null));
            return new Case(account, kind, more, bothProfiles, targets, places, status);
        }

        Case place(String siret, RegisterState state, String successor) {
            var place = new Establishment(
                    siret, siret.substring(0, 9), null, null, null, null, true, state, null, successor);
            List<Establishment> more = new ArrayList<>(places);
            more.add(place);
            return new Case(account, kind, links, bothProfiles, targets, more, status);
        }

        VisibilityFacts facts() {
            return new VisibilityFacts(
                    account == null ? null : new PortalAccount("a@b.fr", "a@b.fr", "A", kind, false, account),
                    links,
                    bothProfiles,
                    targets,
                    places,
                    status);
        }
    }
}
