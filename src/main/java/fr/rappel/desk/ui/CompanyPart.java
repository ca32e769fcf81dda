package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.Company;
import fr.rappel.dossier.CompanyOverview;
import fr.rappel.dossier.Establishment;
import fr.rappel.dossier.LinkState;
import fr.rappel.dossier.LinkedAccount;
import fr.rappel.dossier.PortalAccount;
import fr.rappel.dossier.Rattachement;
import fr.rappel.dossier.RegisterState;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The caller's company: its name and member number, where it works, which accounts are linked to it. */
class CompanyPart extends Div {

    private static final int UNFOLDED = 3;

    private final HeldRequest request;
    private final Wording wording;

    CompanyPart(CompanyOverview overview, HeldRequest request) {
        this.request = request;
        this.wording = request.wording();
        addClassNames("block", "company-part");
        Company company = overview.company();
        if (company == null) {
            add(new Paragraph(getTranslation(
                    "desk.CompanyPart.unknown", Wording.company(request.row().siret()))));
        } else {
            add(new H2(company.name()), new Paragraph(facts(company)), establishments(overview));
        }
        add(accounts(overview));
    }

    private String facts(Company company) {
        String member = company.memberNumber() == null
                ? getTranslation("desk.CompanyPart.notMember")
                : getTranslation("desk.CompanyPart.member", company.memberNumber());
        return Wording.phrase(
                member,
                getTranslation("desk.CompanyPart.siren", Wording.siren(company.siren())),
                getTranslation("desk.CompanyPart.state." + company.state()));
    }

    private Component establishments(CompanyOverview overview) {
        List<Establishment> establishments = overview.establishments();
        Div part = new Div();
        if (establishments.stream()
                .noneMatch(place -> place.siret().equals(request.row().siret()))) {
            part.add(new Paragraph(getTranslation(
                    "desk.CompanyPart.unknownPlace",
                    Wording.company(request.row().siret()))));
        }
        part.add(places(establishments.stream().limit(UNFOLDED)));
        int folded = establishments.size() - UNFOLDED;
        if (folded > 0) {
            part.add(new NativeDetails(
                    overview.allEstablishments() > establishments.size()
                            ? getTranslation(
                                    "desk.CompanyPart.moreThanShown", overview.allEstablishments() - UNFOLDED, folded)
                            : getTranslation("desk.CompanyPart.more", folded),
                    places(establishments.stream().skip(UNFOLDED))));
        }
        return part;
    }

    private UnorderedList places(Stream<Establishment> establishments) {
        UnorderedList list = new UnorderedList();
        establishments.map(place -> new ListItem(place(place))).forEach(list::add);
        return list;
    }

    private String place(Establishment place) {
        String commune = place.commune() == null ? "" : place.commune();
        String kind = place.headOffice() ? getTranslation("desk.CompanyPart.headOffice") : "";
        return Wording.phrase(Wording.company(place.siret()), commune, kind, closing(place));
    }

    private String closing(Establishment place) {
        if (place.state() == RegisterState.ACTIVE && place.successorSiret() == null) {
            return "";
        }
        String closed = place.closedOn() == null
                ? getTranslation("desk.CompanyPart.closed")
                : getTranslation("desk.CompanyPart.closedOn", wording.day(place.closedOn()));
        return place.successorSiret() == null
                ? closed
                : getTranslation("desk.CompanyPart.successor", closed, Wording.company(place.successorSiret()));
    }

    private Component accounts(CompanyOverview overview) {
        List<LinkedAccount> accounts = overview.accounts();
        Div part = new Div();
        if (accounts.stream().noneMatch(linked -> isCallers(linked.account()))) {
            part.add(new Paragraph(getTranslation("desk.CompanyPart.noAccount", request.email())));
        }
        if (!accounts.isEmpty()) {
            UnorderedList list = new UnorderedList();
            accounts.forEach(linked -> list.add(account(linked)));
            String title = overview.allAccounts() > accounts.size()
                    ? getTranslation("desk.CompanyPart.accountsFirst", accounts.size(), overview.allAccounts())
                    : getTranslation("desk.CompanyPart.accounts", accounts.size());
            part.add(new NativeDetails(title, list));
        }
        return part;
    }

    private ListItem account(LinkedAccount linked) {
        PortalAccount account = linked.account();
        ListItem item = new ListItem(Wording.phrase(
                account.person(),
                account.email(),
                getTranslation(account.kind().messageKey()),
                getTranslation("desk.CompanyPart.account." + account.status()),
                account.admin() ? getTranslation("desk.CompanyPart.admin") : "",
                isCallers(account) ? getTranslation("desk.CompanyPart.callers") : ""));
        UnorderedList links = new UnorderedList();
        linked.links().forEach(link -> links.add(new ListItem(rattachement(link))));
        if (linked.links().isEmpty()) {
            links.add(new ListItem(getTranslation("desk.CompanyPart.notLinked")));
        }
        if (linked.more()) {
            links.add(new ListItem(
                    getTranslation("dossier.rattachement.first", linked.links().size())));
        }
        item.add(links);
        return item;
    }

    private String rattachement(Rattachement link) {
        String scope = link.siret() == null
                ? getTranslation("desk.CompanyPart.wholeCompany", Wording.siren(link.siren()))
                : Wording.company(link.siret());
        LinkState state = link.on(wording.today());
        LocalDate day = state.isOver() ? link.end() : link.since();
        return Wording.phrase(
                scope,
                getTranslation(link.role().messageKey()),
                getTranslation("dossier.rattachement.on." + state, wording.day(day)),
                state.isOver() || link.untilOn() == null
                        ? ""
                        : getTranslation("dossier.rattachement.until", wording.day(link.untilOn())),
                day.equals(link.since()) ? "" : getTranslation("dossier.rattachement.since", wording.day(link.since())),
                link.addedBy() == null ? "" : getTranslation("dossier.rattachement.addedBy", link.addedBy()));
    }

    private boolean isCallers(PortalAccount account) {
        return account.email().equalsIgnoreCase(request.email());
    }
}
