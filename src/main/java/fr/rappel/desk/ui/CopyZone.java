package fr.rappel.desk.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.NotHolder;
import fr.rappel.dossier.Company;
import fr.rappel.dossier.CompanyOverview;
import fr.rappel.dossier.DocumentAnswer;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.DossierOverview;
import fr.rappel.dossier.LiveRefresh;
import fr.rappel.dossier.Refreshed;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Siret;
import fr.rappel.shared.ui.Notices;
import fr.rappel.shared.ui.SlowButton;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/**
 * What the copy knows of the caller's company, for whoever holds the request: reading it is recorded. It is read when the
 * request is opened or taken, not at each refresh, so that nothing moves while somebody reads it aloud.
 */
class CopyZone extends Div {

    /** Where it comes from, and what answers. */
    @Service
    record Services(
            DossierOverview overview, DocumentAnswer answer, CopyQuestions.Services questions, LiveRefresh live) {}

    private final Services services;
    private final LinkedSubjects linked;
    private final Consumer<String> toNote;
    private final Runnable refresh;
    private String read = "";

    /**
     * @param toNote adds a text to the note being typed
     * @param refresh shows what became of the request
     */
    CopyZone(Services services, LinkedSubjects linked, Consumer<String> toNote, Runnable refresh) {
        this.services = services;
        this.linked = linked;
        this.toNote = toNote;
        this.refresh = refresh;
        addClassName("copy-zone");
    }

    /** A request is opened: what was read before is read again. */
    void startAnew() {
        read = "";
    }

    void show(CallbackSheet sheet, boolean mine, Wording wording) {
        String now = sheet.row().reference() + "|" + mine + "|" + sheet.takenAt();
        if (now.equals(read)) {
            return;
        }
        read = now;
        removeAll();
        if (mine) {
            show(new HeldRequest(sheet.row(), sheet.email(), wording, toNote));
        } else {
            sayNotHeld();
        }
    }

    private void sayNotHeld() {
        Paragraph later = new Paragraph(getTranslation("desk.CopyZone.notHeld"));
        later.addClassName("quiet");
        add(later);
    }

    private void show(HeldRequest request) {
        CompanyOverview overview;
        try {
            overview = services.overview().of(new Siret(request.row().siret()), request.email(), request.purpose());
        } catch (NotHolder takenAway) {
            sayNotHeld();
            return;
        }
        CompanyPart part = new CompanyPart(overview, request);
        if (services.live().isOffered()) {
            part.add(new SlowButton(
                    getTranslation("dossier.LiveRefresh.button"),
                    getTranslation("dossier.LiveRefresh.busy"),
                    () -> refresh(request)));
        }
        add(new CopyTools(services, request), part);
        Company company = overview.company();
        if (company != null) {
            add(
                    new DossierPart(company.siren(), overview.openDossiers(), overview.moreOpen(), request, linked),
                    new LetterPart(overview.letters(), request, linked, letter -> answer(request, letter)),
                    new PaymentPart(overview.payments(), request.wording()));
        }
    }

    /** Asks the information system, then reads the copy again, whatever became of it. */
    private void refresh(HeldRequest request) {
        Refreshed refreshed =
                services.live().company(new Siret(request.row().siret()).siren().value());
        String said = getTranslation(refreshed.messageKey());
        if (refreshed == Refreshed.DONE) {
            Notices.info(said);
        } else {
            Notices.refused(said);
        }
        removeAll();
        show(request);
        SlowButton.focusIn(this);
    }

    private void answer(HeldRequest request, DossierDocument letter) {
        try {
            services.answer().give(request.reference(), letter.id());
            Notices.info(getTranslation("desk.CopyZone.answered"));
        } catch (Refusal refusal) {
            Notices.refused(request.wording().refusal(refusal));
        }
        linked.refresh();
        refresh.run();
    }
}
