package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.callback.NotHolder;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.dossier.AccountSheet;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierNotFound;
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

/** One portal account: whose it is, and what it is linked to, since when and by whom. Read for a request or a reason. */
@Route(CopyAddress.ACCOUNTS)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class AccountView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DossierReading reading;
    private final DossierWording wording;
    private String title = "";

    AccountView(DossierReading reading, DossierWording wording) {
        this.reading = reading;
        this.wording = wording;
        addClassName("portal-account");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        String email = asked.getSingleParameter(CopyAddress.NUMBER).orElse("");
        removeAll();
        DossierView.purpose(asked).ifPresentOrElse(purpose -> open(event, email, purpose), () -> ask(email, null));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void ask(String email, @Nullable Purpose refused) {
        title = getTranslation("dossier.AccountView.why");
        add(new ReasonQuestion(title, refused, purpose -> new CopyAddress(purpose).account(email)));
    }

    private void open(BeforeEnterEvent event, String email, Purpose purpose) {
        try {
            show(reading.account(email, purpose), new CopyAddress(purpose), purpose);
        } catch (DossierNotFound missing) {
            event.rerouteToError(NotFoundException.class);
        } catch (RequestNotFound | NotHolder notTheirs) {
            ask(email, purpose);
        }
    }

    private void show(AccountSheet sheet, CopyAddress address, Purpose purpose) {
        PortalAccount account = sheet.linked().account();
        title = getTranslation("dossier.AccountView.title", account.person());
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
