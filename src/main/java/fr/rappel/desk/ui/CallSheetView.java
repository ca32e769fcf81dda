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
import org.jspecify.annotations.Nullable;

/** One request on one screen: who is calling, what we know, what I do. Looking reserves nothing. */
@Route("console/demandes/:reference")
@RolesAllowed(Roles.AGENT)
class CallSheetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String REFERENCE = "reference";

    private final CallbackSheets sheets;
    private final Vocabulary vocabulary;
    private final CallerZone caller;
    private final KnowledgeZone knowledge;
    private final ActionZone actions;
    private String reference = "";
    private String title = "";
    private @Nullable CallbackSheet shown;

    CallSheetView(
            CallbackSheets sheets,
            Vocabulary vocabulary,
            KnowledgeZone.Sources sources,
            ActionZone.Services services,
            DeskUpdates updates) {
        this.sheets = sheets;
        this.vocabulary = vocabulary;
        addClassName("call-sheet");
        caller = new CallerZone();
        knowledge = new KnowledgeZone(sources);
        actions = new ActionZone(services, this::refresh);
        add(caller, actions, knowledge);
        updates.whileAttached(this, this::refresh);
    }

    static RouteParameters parameters(String reference) {
        return new RouteParameters(REFERENCE, reference);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        reference = event.getRouteParameters().get(REFERENCE).orElse("");
        actions.startAnew();
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

    /** What has not changed is not drawn again: a selection, a focus and a reading voice stay where they are. */
    private void show(CallbackSheet sheet) {
        Wording wording = vocabulary.in(getLocale());
        if (!sheet.equals(shown)) {
            shown = sheet;
            title = getTranslation(
                    "desk.CallSheetView.title",
                    sheet.row().lastName(),
                    sheet.row().reference());
            caller.show(sheet, wording);
            knowledge.show(sheet, wording);
        }
        actions.show(sheet, wording);
    }
}
