package fr.rappel.desk.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.CallbackSheets;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.dossier.Mentions;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.notifications.Outbox;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One request on one screen: who is calling, what we know, what I do. Looking reserves nothing. */
@Route("console/demandes/:reference")
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/call-sheet.css")
class CallSheetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REFERENCE = "reference";

    /** What the sheet is read with, and by whom. */
    @Service
    record Services(
            CallbackSheets sheets,
            Mentions mentions,
            RequestLinks links,
            Outbox outbox,
            ReceivedPart.Services received,
            Vocabulary vocabulary,
            CurrentUser currentUser) {}

    private final Services services;
    private final ReceivedPart received;
    private final CallerZone caller;
    private final MessagesPart mails;
    private final KnowledgeZone knowledge;
    private final ActionZone actions;
    private volatile String reference = "";
    private String title = "";
    private @Nullable CallbackSheet shown;

    CallSheetView(
            Services services,
            KnowledgeZone.Sources sources,
            CopyZone.Services copy,
            ActionZone.Services work,
            DeskUpdates updates) {
        this.services = services;
        addClassName("call-sheet");
        LinkedSubjects linked = new LinkedSubjects(services.links());
        actions = new ActionZone(work, this::refresh);
        mails = new MessagesPart(services.outbox());
        received = new ReceivedPart(services.received(), this::refresh);
        caller = new CallerZone(services.mentions(), received, linked, mails);
        knowledge = new KnowledgeZone(sources, new CopyZone(copy, linked, actions::addToNote, this::refresh));
        add(caller, actions, knowledge);
        updates.whileAttached(this, () -> reference, this::refresh);
    }

    static RouteParameters parameters(String reference) {
        return new RouteParameters(REFERENCE, reference);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reference = event.getRouteParameters().get(REFERENCE).orElse("");
        actions.startAnew(reference);
        knowledge.startAnew();
        shown = null;
        try {
            show(services.sheets().open(reference));
        } catch (RequestNotFound missing) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void refresh() {
        show(services.sheets().open(reference));
    }

    /** What has not changed is not drawn again: a selection, a focus and a reading voice stay where they are. */
    private void show(CallbackSheet sheet) {
        Wording wording = services.vocabulary().in(getLocale());
        if (!sheet.equals(shown)) {
            shown = sheet;
            title = getTranslation(
                    "desk.CallSheetView.title",
                    sheet.row().lastName(),
                    sheet.row().reference());
            boolean mine = services.currentUser().username().equals(sheet.row().takenBy());
            caller.show(sheet, mine, wording);
            knowledge.show(sheet, mine, wording);
        }
        boolean failing = services.outbox().isFailing(sheet.email());
        caller.warn(failing);
        mails.show(sheet.row().reference(), wording);
        received.show(sheet.row().reference(), wording);
        actions.show(sheet, failing, wording);
    }
}
