package fr.rappel.dossier;

import static fr.rappel.dossier.Profile.ORGANISME_FORMATION;
import static fr.rappel.dossier.RegisterState.ACTIVE;
import static fr.rappel.dossier.RegisterState.CLOSED;
import static fr.rappel.dossier.VisibilityCase.CFA;
import static fr.rappel.dossier.VisibilityCase.FEBRUARY;
import static fr.rappel.dossier.VisibilityCase.JANUARY;
import static fr.rappel.dossier.VisibilityCase.OLD;
import static fr.rappel.dossier.VisibilityCase.SHOP;
import static fr.rappel.dossier.VisibilityCase.SISTER;
import static fr.rappel.dossier.VisibilityCase.TODAY;
import static fr.rappel.dossier.VisibilityCase.dossier;
import static fr.rappel.dossier.VisibilityCase.siret;
import static fr.rappel.dossier.VisibilityFinding.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

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

    private static final String COMPANY = "552081317";
    private static final String TAKER = "85300098200241";

    @ParameterizedTest(name = "{0}")
    @MethodSource("table")
    void saysTheFirstTestThatFails(String name, VisibilityCase facts, VisibilityAnswer expected) {
        assertThat(facts.facts().decide()).isEqualTo(expected);
    }

    static Stream<Arguments> table() {
        return Stream.of(accounts(), dossiers(), links(), moves(), establishments(), movedEstablishments())
                .flatMap(rows -> rows);
    }

    private static Stream<Arguments> accounts() {
        return Stream.of(
                row("nobody", dossier().account(null), says(NO_ACCOUNT)),
                row(
                        "not confirmed",
                        dossier().account(AccountStatus.A_CONFIRMER).link(SHOP, RattachementRole.ENTREPRISE),
                        says(ACCOUNT_UNCONFIRMED)),
                row(
                        "blocked",
                        dossier().account(AccountStatus.BLOQUE).link(SHOP, RattachementRole.ENTREPRISE),
                        says(ACCOUNT_BLOCKED)),
                row("closed account", dossier().account(AccountStatus.FERME), says(ACCOUNT_CLOSED)));
    }

    private static Stream<Arguments> dossiers() {
        return Stream.of(
                row("no link", dossier(), asEmployer(SHOP, NO_LINK, SHOP)),
                row(
                        "no link, training provider's account",
                        dossier().kind(AccountKind.CFA),
                        asProvider(CFA, NO_LINK, CFA)),
                row(
                        "no link, training provider's account, the employer's establishment is of no interest",
                        dossier().kind(AccountKind.CFA).place(SHOP, CLOSED, OLD),
                        asProvider(CFA, NO_LINK, CFA)),
                row(
                        "no link, training provider's account, no provider in the dossier",
                        dossier().kind(AccountKind.OF).withoutProvider(),
                        says(PROVIDER_UNKNOWN)),
                row(
                        "no provider in the dossier, whatever became of the employer",
                        dossier().kind(AccountKind.CFA).withoutProvider().place(SHOP, CLOSED, OLD),
                        says(PROVIDER_UNKNOWN)),
                row(
                        "no provider in the dossier, mandate of the employer",
                        dossier().kind(AccountKind.CFA).withoutProvider().link(COMPANY, RattachementRole.TIERS_MANDATE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "no provider in the dossier, mandate of the employer taken back",
                        dossier()
                                .kind(AccountKind.CFA)
                                .withoutProvider()
                                .link(COMPANY, RattachementRole.TIERS_MANDATE, RattachementStatus.RETIRE, JANUARY),
                        asEmployer(SHOP, LINK_REMOVED, COMPANY, JANUARY.plusDays(1))),
                row(
                        "no provider in the dossier, employer's account",
                        dossier().withoutProvider(),
                        asEmployer(SHOP, NO_LINK, SHOP)),
                row(
                        "a link elsewhere",
                        dossier().link("99999999900001", RattachementRole.ENTREPRISE),
                        asEmployer(SHOP, NO_LINK, SHOP)),
                row(
                        "establishment linked",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "company linked",
                        dossier().link(COMPANY, RattachementRole.TIERS_MANDATE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row("provider linked", dossier().link(CFA, RattachementRole.CFA), says(VISIBLE, ORGANISME_FORMATION)),
                row(
                        "draft",
                        dossier().status(DossierStatus.BROUILLON).link(SHOP, RattachementRole.ENTREPRISE),
                        says(DRAFT)),
                row("draft, not linked", dossier().status(DossierStatus.BROUILLON), asEmployer(SHOP, NO_LINK, SHOP)),
                row(
                        "to be validated is seen",
                        dossier().status(DossierStatus.A_VALIDER).link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "two profiles",
                        dossier().link(CFA, RattachementRole.CFA).both(),
                        says(PROFILE_FILTER, ORGANISME_FORMATION)),
                row(
                        "two profiles, draft",
                        dossier().link(CFA, RattachementRole.CFA).both().status(DossierStatus.BROUILLON),
                        says(DRAFT)),
                row(
                        "two profiles, and the dossier is under either",
                        dossier().link(CFA, RattachementRole.CFA).link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "the same, training provider's account",
                        dossier()
                                .kind(AccountKind.CFA)
                                .link(CFA, RattachementRole.CFA)
                                .link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, ORGANISME_FORMATION)),
                row(
                        "employer linked as provider",
                        dossier().link(SHOP, RattachementRole.ORGANISME_FORMATION),
                        asEmployer(SHOP, OTHER_SIDE, SHOP, ORGANISME_FORMATION, Profile.ENTREPRISE)),
                row(
                        "provider linked as employer",
                        dossier().link("130025265", RattachementRole.ENTREPRISE),
                        asProvider(CFA, OTHER_SIDE, CFA, Profile.ENTREPRISE, ORGANISME_FORMATION)));
    }

    private static Stream<Arguments> links() {
        return Stream.of(
                row(
                        "asked for",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        says(LINK_REQUESTED, SHOP, JANUARY)),
                row(
                        "refused",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.REFUSE, JANUARY),
                        says(LINK_REFUSED, SHOP, JANUARY.plusDays(1))),
                row(
                        "removed",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY),
                        asEmployer(SHOP, LINK_REMOVED, SHOP, JANUARY.plusDays(1))),
                row(
                        "removed, of the whole company",
                        dossier().link(COMPANY, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY),
                        asEmployer(SHOP, LINK_REMOVED, COMPANY, JANUARY.plusDays(1))),
                row(
                        "ended yesterday",
                        dossier()
                                .link(
                                        SHOP,
                                        RattachementRole.TIERS_MANDATE,
                                        RattachementStatus.ACTIF,
                                        JANUARY,
                                        TODAY.minusDays(1)),
                        asEmployer(SHOP, LINK_ENDED, SHOP, TODAY.minusDays(1))),
                row(
                        "ends today",
                        dossier().link(SHOP, RattachementRole.TIERS_MANDATE, RattachementStatus.ACTIF, JANUARY, TODAY),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "begins today",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.ACTIF, TODAY),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "begins tomorrow",
                        dossier().link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.ACTIF, TODAY.plusDays(1)),
                        says(LINK_TO_COME, SHOP, TODAY.plusDays(1))),
                row(
                        "ended, and the sister still linked",
                        dossier()
                                .link(SISTER, RattachementRole.ENTREPRISE)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.ACTIF, JANUARY, FEBRUARY),
                        asEmployer(SHOP, LINK_ENDED, SHOP, FEBRUARY)),
                row(
                        "ended, asked for again since",
                        dossier()
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.ACTIF, JANUARY, FEBRUARY)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, FEBRUARY),
                        says(LINK_REQUESTED, SHOP, FEBRUARY)),
                row(
                        "the sister's link has ended",
                        dossier()
                                .link(SISTER, RattachementRole.ENTREPRISE, RattachementStatus.ACTIF, JANUARY, FEBRUARY),
                        asEmployer(SHOP, NO_LINK, SHOP)),
                row(
                        "removed, asked for again",
                        dossier()
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, FEBRUARY),
                        says(LINK_REQUESTED, SHOP, FEBRUARY)),
                row(
                        "removed, asked for again on the same day",
                        dossier()
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY)
                                .link(COMPANY, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        says(LINK_REQUESTED, COMPANY, JANUARY)),
                row(
                        "removed, added again",
                        dossier()
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY)
                                .link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "asked for on this side, active on the other",
                        dossier()
                                .link(SHOP, RattachementRole.CFA)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        says(LINK_REQUESTED, SHOP, JANUARY)),
                row(
                        "sister",
                        dossier().link(SISTER, RattachementRole.ENTREPRISE),
                        asEmployer(SHOP, SISTER_LINKED, SHOP, SISTER)),
                row(
                        "sister, and the establishment has closed",
                        dossier().place(SHOP, CLOSED, null).link(SISTER, RattachementRole.ENTREPRISE),
                        asEmployer(COMPANY, SISTER_LINKED, SHOP, SISTER)),
                row(
                        "sister, and removed here",
                        dossier()
                                .link(SISTER, RattachementRole.ENTREPRISE)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY),
                        asEmployer(SHOP, LINK_REMOVED, SHOP, JANUARY.plusDays(1))),
                row(
                        "sister asked for only",
                        dossier().link(SISTER, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, JANUARY),
                        asEmployer(SHOP, NO_LINK, SHOP)));
    }

    private static Stream<Arguments> moves() {
        return Stream.of(
                row(
                        "moved here, old one linked",
                        dossier().place(OLD, CLOSED, SHOP).link(OLD, RattachementRole.ENTREPRISE),
                        asEmployer(SHOP, PREDECESSOR_LINKED, SHOP, OLD)),
                row(
                        "moved away, new one linked: the old one cannot be added by itself",
                        dossier().place(SHOP, CLOSED, SISTER).link(SISTER, RattachementRole.ENTREPRISE),
                        asEmployer(COMPANY, SUCCESSOR_LINKED, SHOP, SISTER)),
                row(
                        "moved away, still linked",
                        dossier().place(SHOP, CLOSED, SISTER).link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "moved and company linked",
                        dossier().place(SHOP, CLOSED, SISTER).link(COMPANY, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "moved here twice, the oldest linked",
                        dossier()
                                .place(OLD, CLOSED, SISTER)
                                .place(SISTER, CLOSED, SHOP)
                                .link(OLD, RattachementRole.ENTREPRISE),
                        asEmployer(SHOP, PREDECESSOR_LINKED, SHOP, OLD)),
                row(
                        "between two moves, both others linked",
                        dossier()
                                .place(OLD, CLOSED, SHOP)
                                .place(SHOP, CLOSED, SISTER)
                                .link(OLD, RattachementRole.ENTREPRISE)
                                .link(SISTER, RattachementRole.ENTREPRISE),
                        asEmployer(COMPANY, SUCCESSOR_LINKED, SHOP, SISTER)),
                row(
                        "moved in a ring, another sister linked",
                        dossier()
                                .place(SHOP, CLOSED, OLD)
                                .place(OLD, CLOSED, SHOP)
                                .link(SISTER, RattachementRole.ENTREPRISE),
                        asEmployer(COMPANY, SISTER_LINKED, SHOP, SISTER)),
                row(
                        "moved away twice, nothing linked",
                        dossier().place(SHOP, CLOSED, SISTER).place(SISTER, CLOSED, OLD),
                        asEmployer(COMPANY, SIRET_REPLACED, SHOP, OLD)),
                row(
                        "taken over, nothing linked: the dossier stays with its company",
                        dossier().place(SHOP, CLOSED, TAKER),
                        asEmployer(COMPANY, SIRET_REPLACED, SHOP, TAKER)),
                row("closed", dossier().place(SHOP, CLOSED, null), asEmployer(COMPANY, SIRET_CLOSED, SHOP)),
                row(
                        "closed, linked",
                        dossier().place(SHOP, CLOSED, null).link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "two profiles, closed, linked",
                        dossier().both().place(SHOP, CLOSED, null).link(SHOP, RattachementRole.ENTREPRISE),
                        says(PROFILE_FILTER, Profile.ENTREPRISE)),
                row("open", dossier().place(SHOP, ACTIVE, null), asEmployer(SHOP, NO_LINK, SHOP)));
    }

    private static Stream<Arguments> establishments() {
        return Stream.of(
                row("a SIRET, nothing", siret(SHOP), adding(SHOP, NO_LINK, SHOP)),
                row(
                        "a SIRET, any side will do",
                        siret(SHOP).link(SHOP, RattachementRole.CFA),
                        says(VISIBLE, ORGANISME_FORMATION)),
                row(
                        "a SIRET, sister",
                        siret(SHOP).link(SISTER, RattachementRole.CFA),
                        adding(SHOP, SISTER_LINKED, SHOP, SISTER)),
                row(
                        "a SIRET, two profiles",
                        siret(SHOP).both().link(SHOP, RattachementRole.CFA),
                        says(PROFILE_FILTER, ORGANISME_FORMATION)),
                row(
                        "a SIRET, linked under two profiles",
                        siret(SHOP).link(SHOP, RattachementRole.CFA).link(SHOP, RattachementRole.ENTREPRISE),
                        says(PROFILE_SPLIT, Profile.ENTREPRISE, ORGANISME_FORMATION)),
                row(
                        "a SIRET, training provider's account",
                        siret(SHOP).kind(AccountKind.CFA),
                        adding(SHOP, NO_LINK, SHOP)),
                row(
                        "a closed SIRET, nothing",
                        siret(SHOP).place(SHOP, CLOSED, null),
                        adding(COMPANY, SIRET_CLOSED, SHOP)),
                row(
                        "a closed SIRET, linked",
                        siret(SHOP).place(SHOP, CLOSED, null).link(SHOP, RattachementRole.ENTREPRISE),
                        adding(COMPANY, LINKED_CLOSED, SHOP)),
                row(
                        "a closed SIRET, linked, two profiles",
                        siret(SHOP).both().place(SHOP, CLOSED, null).link(SHOP, RattachementRole.ENTREPRISE),
                        adding(COMPANY, LINKED_CLOSED, SHOP)),
                row(
                        "a closed SIRET, its company linked",
                        siret(SHOP).place(SHOP, CLOSED, null).link(COMPANY, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "a closed SIRET, the company's link has ended",
                        siret(SHOP)
                                .place(SHOP, CLOSED, null)
                                .link(
                                        COMPANY,
                                        RattachementRole.ENTREPRISE,
                                        RattachementStatus.ACTIF,
                                        JANUARY,
                                        FEBRUARY),
                        adding(COMPANY, LINK_ENDED, COMPANY, FEBRUARY)));
    }

    private static Stream<Arguments> movedEstablishments() {
        VisibilityCase old = siret(OLD).place(OLD, CLOSED, SHOP).place(SHOP, ACTIVE, null);
        VisibilityCase current = siret(SHOP).place(OLD, CLOSED, SHOP).place(SHOP, ACTIVE, null);
        return Stream.of(
                row(
                        "replaced, the old SIRET linked: the new dossiers are not seen",
                        old.dossiersAt(OLD).link(OLD, RattachementRole.ENTREPRISE),
                        adding(SHOP, PREDECESSOR_LINKED, SHOP, OLD)),
                row(
                        "replaced, the old SIRET linked, two profiles",
                        old.dossiersAt(OLD)
                                .link(OLD, RattachementRole.ENTREPRISE)
                                .both(),
                        adding(SHOP, PREDECESSOR_LINKED, SHOP, OLD)),
                row(
                        "replaced, the old SIRET linked, the new one asked for",
                        old.dossiersAt(OLD)
                                .link(OLD, RattachementRole.ENTREPRISE)
                                .link(SHOP, RattachementRole.ENTREPRISE, RattachementStatus.DEMANDE, FEBRUARY),
                        says(LINK_REQUESTED, SHOP, FEBRUARY)),
                row(
                        "replaced, the new SIRET linked: the old dossiers are not seen",
                        old.dossiersAt(OLD).link(SHOP, RattachementRole.ENTREPRISE),
                        adding(COMPANY, SUCCESSOR_LINKED, OLD, SHOP)),
                row(
                        "replaced, the new SIRET linked, no dossier at the old one",
                        old.link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "replaced, both linked",
                        old.dossiersAt(OLD)
                                .link(OLD, RattachementRole.ENTREPRISE)
                                .link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "replaced, both linked, each under its own profile",
                        old.dossiersAt(OLD).link(OLD, RattachementRole.CFA).link(SHOP, RattachementRole.ENTREPRISE),
                        says(PROFILE_SPLIT, Profile.ENTREPRISE, ORGANISME_FORMATION)),
                row(
                        "replaced, company linked",
                        old.dossiersAt(OLD).link(COMPANY, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row("replaced, nothing linked", old, adding(COMPANY, SIRET_REPLACED, OLD, SHOP)),
                row(
                        "taken over, nothing linked: today's dossiers first",
                        siret(OLD).place(OLD, CLOSED, TAKER).dossiersAt(OLD),
                        adding(TAKER, SIRET_REPLACED, OLD, TAKER)),
                row(
                        "taken over, the company before linked",
                        siret(OLD).place(OLD, CLOSED, TAKER).dossiersAt(OLD).link(COMPANY, RattachementRole.ENTREPRISE),
                        adding(TAKER, PREDECESSOR_LINKED, TAKER, OLD)),
                row(
                        "the new SIRET asked about and linked, dossiers left at the old one",
                        current.dossiersAt(OLD).link(SHOP, RattachementRole.ENTREPRISE),
                        adding(COMPANY, SUCCESSOR_LINKED, OLD, SHOP)),
                row(
                        "the new SIRET asked about and linked, the old one was removed",
                        current.dossiersAt(OLD)
                                .link(SHOP, RattachementRole.ENTREPRISE)
                                .link(OLD, RattachementRole.ENTREPRISE, RattachementStatus.RETIRE, JANUARY),
                        adding(COMPANY, LINK_REMOVED, OLD, JANUARY.plusDays(1))),
                row(
                        "the new SIRET asked about and linked, nothing left at the old one",
                        current.link(SHOP, RattachementRole.ENTREPRISE),
                        says(VISIBLE, Profile.ENTREPRISE)),
                row(
                        "the new SIRET asked about, the old one linked",
                        current.link(OLD, RattachementRole.ENTREPRISE),
                        adding(SHOP, PREDECESSOR_LINKED, SHOP, OLD)),
                row(
                        "replaced, both linked, and the new one has closed too",
                        siret(OLD)
                                .place(OLD, CLOSED, SHOP)
                                .place(SHOP, CLOSED, null)
                                .link(OLD, RattachementRole.ENTREPRISE)
                                .link(SHOP, RattachementRole.ENTREPRISE),
                        adding(COMPANY, LINKED_CLOSED, SHOP)));
    }

    @Test
    void writesNumbersInGroups() {
        var answer = dossier().link(SISTER, RattachementRole.ENTREPRISE).facts().decide();
        assertThat(answer.sentence(messages(), Locale.FRENCH)).endsWith("et non au 552\u00A0081\u00A0317\u00A066522.");
        assertThat(answer.action(messages(), Locale.FRENCH))
                .isEqualTo("Depuis l’icône du profil, ajouter sous le profil «\u00A0Entreprise\u00A0» le"
                        + " 552\u00A0081\u00A0317\u00A066522, ou l’entreprise entière par son SIREN,"
                        + " avec le numéro d’adhérent.");
        var closed = siret(SHOP).place(SHOP, CLOSED, null).facts().decide();
        assertThat(closed.action(messages(), Locale.FRENCH)).contains("SIREN 552\u00A0081\u00A0317, avec");
    }

    @Test
    void hasAPlainSentenceAndAPlainActionForEachAnswer() {
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            table().map(row -> (VisibilityAnswer) row.get()[2]).forEach(answer -> {
                assertThat(answer.sentence(messages(), locale)).endsWith(".").doesNotContain("{", "}", "''");
                assertThat(answer.action(messages(), locale)).endsWith(".").doesNotContain("{", "}", "''");
            });
        }
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

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/dossier");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    private static Arguments row(String name, VisibilityCase facts, VisibilityAnswer expected) {
        return arguments(name, facts, expected);
    }

    private static VisibilityAnswer says(VisibilityFinding finding, Object... arguments) {
        return VisibilityAnswer.of(finding, arguments);
    }

    private static VisibilityAnswer adding(String scope, VisibilityFinding finding, Object... arguments) {
        return says(finding, arguments).adding(new LinkToAdd(scope, null));
    }

    private static VisibilityAnswer asEmployer(String scope, VisibilityFinding finding, Object... arguments) {
        return says(finding, arguments).adding(new LinkToAdd(scope, Profile.ENTREPRISE));
    }

    private static VisibilityAnswer asProvider(String scope, VisibilityFinding finding, Object... arguments) {
        return says(finding, arguments).adding(new LinkToAdd(scope, ORGANISME_FORMATION));
    }
}
