package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.AccountSheet;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.PortalAccount;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.Rattachement;
import fr.rappel.shared.Roles;
import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import fr.rappel.shared.ui.DataTable;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One portal account: whose it is, and what it is linked to, since when and by whom. */
@Route(CopyAddress.ACCOUNTS)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class AccountView extends CopyPage {

    private final DossierReading reading;
    private final DossierWording wording;

    AccountView(DossierReading reading, DossierWording wording) {
        super(reading, "dossier.AccountView.why", CopyAddress::account);
        this.reading = reading;
        this.wording = wording;
        addClassName("portal-account");
    }

    @Override
    String show(String email, Purpose purpose) {
        AccountSheet sheet = reading.account(email, purpose);
        CopyAddress address = new CopyAddress(purpose);
        PortalAccount account = sheet.linked().account();
        String title = getTranslation("dossier.AccountView.title", account.person());
        Header head = new Header(new H1(title), new PurposeBar(purpose));
        head.addClassName("view-head");
        Section links = new Section(new H2(getTranslation("dossier.AccountView.links")));
        links.addClassName("block");
        links.add(
                sheet.linked().links().isEmpty()
                        ? new Paragraph(getTranslation("dossier.AccountView.links.none"))
                        : table(sheet, address));
        if (sheet.linked().more()) {
            links.add(new Paragraph(getTranslation(
                    "dossier.rattachement.first", sheet.linked().links().size())));
        }
        add(head, new Paragraph(facts(account)), links);
        return title;
    }

    private String facts(PortalAccount account) {
        String facts = account.email() + " · " + getTranslation(account.kind().messageKey()) + " · "
                + getTranslation(account.status().messageKey());
        return account.admin() ? facts + " · " + getTranslation("dossier.AccountView.admin") : facts;
    }

    private Component table(AccountSheet sheet, CopyAddress address) {
        List<String> columns = Stream.of("company", "scope", "role", "status", "since", "addedBy", "until")
                .map(column -> getTranslation("dossier.AccountView.column." + column))
                .toList();
        DataTable table = new DataTable(getTranslation("dossier.AccountView.links"), columns);
        sheet.linked()
                .links()
                .forEach(link -> table.addRow(
                        DataTable.free(sheet.companies().getOrDefault(link.siren(), Siren.written(link.siren()))),
                        scope(link, address),
                        new Span(getTranslation(link.role().messageKey())),
                        new Span(getTranslation(link.on(wording.today()).messageKey())),
                        day(link.since()),
                        DataTable.free(link.addedBy() == null ? "" : link.addedBy()),
                        day(link.untilOn())));
        return table;
    }

    private Anchor scope(Rattachement link, CopyAddress address) {
        String siret = link.siret();
        return siret == null
                ? new Anchor(
                        address.search(link.siren()),
                        getTranslation("dossier.AccountView.wholeCompany", Siren.written(link.siren())))
                : new Anchor(address.search(siret), Siret.written(siret));
    }

    private Span day(@Nullable LocalDate day) {
        return DataTable.whole(day == null ? "" : DossierWording.day(day, getLocale()));
    }
}
