package fr.rappel.dossier.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.callback.NotHolder;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierNotFound;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.DossierSheet;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.LiveRefresh;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.Refreshed;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.StatedPurpose;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Roles;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.SlowButton;
import fr.rappel.shared.ui.StateChip;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One dossier: where it stands, what blocks it, its papers and its money. The address says for which request or reason it
 * is read; without, nothing is read before somebody says so.
 */
@Route(CopyAddress.DOSSIERS)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class DossierView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DossierReading reading;
    private final RequestLinks links;
    private final DossierWording wording;
    private final LiveRefresh live;
    private String title = "";

    DossierView(DossierReading reading, RequestLinks links, DossierWording wording, LiveRefresh live) {
        this.reading = reading;
        this.links = links;
        this.wording = wording;
        this.live = live;
        addClassName("dossier");
    }

    /** The purpose that an address states; shared by the pages that need one. */
    static Optional<Purpose> purpose(QueryParameters parameters) {
        return StatedPurpose.of(
                parameters.getSingleParameter(StatedPurpose.REQUEST).orElse(null),
                parameters.getSingleParameter(StatedPurpose.REASON).orElse(null));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        String number = asked.getSingleParameter(CopyAddress.NUMBER).orElse("");
        removeAll();
        purpose(asked).ifPresentOrElse(purpose -> open(event, number, purpose), () -> ask(number, null));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void ask(String number, @Nullable Purpose refused) {
        title = getTranslation("dossier.DossierView.why");
        add(new ReasonQuestion(title, refused, purpose -> new CopyAddress(purpose).dossier(number)));
    }

    private void open(BeforeEnterEvent event, String number, Purpose purpose) {
        try {
            show(reading.open(number, purpose), purpose);
        } catch (DossierNotFound missing) {
            event.rerouteToError(NotFoundException.class);
        } catch (RequestNotFound | NotHolder notTheirs) {
            ask(number, purpose);
        }
    }

    private void show(DossierSheet sheet, Purpose purpose) {
        String number = sheet.dossier().number();
        title = getTranslation("dossier.DossierView.title", number);
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
    }

    private void refresh(String number, Purpose purpose) {
        Refreshed refreshed = live.dossier(number);
        String said = getTranslation(refreshed.messageKey());
        if (refreshed == Refreshed.DONE) {
            Notices.info(said);
        } else {
            Notices.refused(said);
        }
        removeAll();
        try {
            show(reading.open(number, purpose), purpose);
            SlowButton.focusIn(this);
        } catch (NotHolder takenAway) {
            ask(number, purpose);
        }
    }

    private StateChip chip(DossierStatus status) {
        return new StateChip(getTranslation(status.messageKey()), status.tone());
    }
}
