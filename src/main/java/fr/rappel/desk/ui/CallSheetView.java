package fr.rappel.desk.ui;

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
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;

/** One request on one screen: who is calling, what we know, what I do. Looking reserves nothing. */
@Route("console/demandes/:reference")
@RolesAllowed(Roles.AGENT)
class CallSheetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REFERENCE = "reference";

    private final CallbackSheets sheets;
    private final CallerZone caller;
    private final KnowledgeZone knowledge;
    private final ActionZone actions;
    private String reference = "";
    private String title = "";

    CallSheetView(
            CallbackSheets sheets,
            Wording wording,
            KnowledgeZone.Sources sources,
            ActionZone.Services services,
            DeskUpdates updates) {
        this.sheets = sheets;
        addClassName("call-sheet");
        caller = new CallerZone(wording);
        knowledge = new KnowledgeZone(wording, sources);
        actions = new ActionZone(wording, services, this::refresh);
        add(caller, actions, knowledge);
        updates.whileAttached(this, this::refresh);
    }

    static RouteParameters parameters(String reference) {
        return new RouteParameters(REFERENCE, reference);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reference = event.getRouteParameters().get(REFERENCE).orElse("");
        try {
            show(sheets.open(reference));
        } catch (RequestNotFound missing) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void refresh() {
        show(sheets.open(reference));
    }

    private void show(CallbackSheet sheet) {
        title = getTranslation(
                "desk.CallSheetView.title", sheet.row().lastName(), sheet.row().reference());
        caller.show(sheet);
        knowledge.show(sheet);
        actions.show(sheet);
    }
}
