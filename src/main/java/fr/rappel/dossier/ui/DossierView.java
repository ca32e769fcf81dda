package fr.rappel.dossier.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.DossierSheet;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.LiveRefresh;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.Refreshed;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.SlowButton;
import fr.rappel.shared.ui.StateChip;
import jakarta.annotation.security.RolesAllowed;

/** One dossier: where it stands, what blocks it, its papers and its money. */
@Route(CopyAddress.DOSSIERS)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class DossierView extends CopyPage {

    private final DossierReading reading;
    private final RequestLinks links;
    private final DossierWording wording;
    private final LiveRefresh live;

    DossierView(DossierReading reading, RequestLinks links, DossierWording wording, LiveRefresh live) {
        super(reading, "dossier.DossierView.why", CopyAddress::dossier);
        this.reading = reading;
        this.links = links;
        this.wording = wording;
        this.live = live;
        addClassName("dossier");
    }

    @Override
    String show(String asked, Purpose purpose) {
        DossierSheet sheet = reading.open(asked, purpose);
        String number = sheet.dossier().number();
        String title = getTranslation("dossier.DossierView.title", number);
        Div heading = new Div(new H1(title), chip(sheet.dossier().status()));
        heading.addClassName("heading");
        Header head = new Header(heading, new PurposeBar(links, purpose, Subject.DOSSIER, number));
        head.addClassName("view-head");
        if (live.isOffered()) {
            head.add(new SlowButton(
                    getTranslation("dossier.LiveRefresh.button"),
                    getTranslation("dossier.LiveRefresh.busy"),
                    () -> refresh(number, purpose)));
        }
        add(head, new DossierState(sheet, wording), new DossierPapers(sheet, purpose));
        return title;
    }

    private void refresh(String number, Purpose purpose) {
        Refreshed refreshed = live.dossier(number);
        String said = getTranslation(refreshed.messageKey());
        if (refreshed == Refreshed.DONE) {
            Notices.info(said);
        } else {
            Notices.refused(said);
        }
        open(number, purpose);
        SlowButton.focusIn(this);
    }

    private StateChip chip(DossierStatus status) {
        return new StateChip(getTranslation(status.messageKey()), status.tone());
    }
}
