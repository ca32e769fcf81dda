package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.DossierSearch;
import fr.rappel.dossier.SearchHit;
import fr.rappel.dossier.SearchResult;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import org.springframework.context.MessageSource;

/** One field finds everything of the copy; keyboard all the way. The address may bring the text: {@code ?q=…}. */
@Route("console/recherche")
@Menu(order = 1.5, title = "dossier.SearchView.title")
@RolesAllowed(Roles.AGENT)
class SearchView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private static final String QUERY = "q";

    private final DossierSearch search;
    private final DossierReading reading;
    private final MessageSource messages;
    private final TextField text = new TextField();
    private final Paragraph state = new Paragraph();
    private final SearchFacets facets;
    private final HitList hits;

    SearchView(DossierSearch search, DossierReading reading, MessageSource messages) {
        this.search = search;
        this.reading = reading;
        this.messages = messages;
        addClassName("search");
        facets = new SearchFacets(this::refresh);
        hits = new HitList(messages, this::open, text::focus);
        text.setPlaceholder(getTranslation("dossier.SearchView.text"));
        text.setAriaLabel(getTranslation("dossier.SearchView.text"));
        text.setClearButtonVisible(true);
        text.setAutofocus(true);
        text.setMaxLength(200);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.getElement().setAttribute("aria-keyshortcuts", "/");
        text.addValueChangeListener(change -> restart());
        state.getElement().setAttribute("role", "status");
        Shortcuts.addShortcutListener(this, hits::focusNext, Key.ARROW_DOWN).listenOn(this);
        Shortcuts.addShortcutListener(this, hits::focusPrevious, Key.ARROW_UP).listenOn(this);
        Header head = new Header(new H1(getTranslation("dossier.SearchView.title")));
        head.addClassName("view-head");
        add(head, text, facets, state, hits);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.getLocation().getQueryParameters().getSingleParameter(QUERY).ifPresent(text::setValue);
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dossier.SearchView.title");
    }

    private void restart() {
        facets.clear();
        refresh();
    }

    private void refresh() {
        SearchResult result = search.search(text.getValue(), facets.filter());
        facets.show(result);
        hits.show(result);
        state.setText(summary(result));
    }

    private String summary(SearchResult result) {
        if (text.getValue().isBlank()) {
            return getTranslation("dossier.SearchView.hint");
        }
        int count = result.hits().size();
        if (count == 0) {
            return getTranslation("dossier.SearchView.empty");
        }
        return getTranslation(
                result.forgiven()
                        ? "dossier.SearchView.forgiven"
                        : result.more() ? "dossier.SearchView.more" : "dossier.SearchView.found",
                count);
    }

    /** A dossier is read, for a reason; anything else leads on to what belongs to it. */
    private void open(SearchHit hit) {
        switch (hit.kind()) {
            case DOSSIER -> new DossierDialog(hit.id(), reading, messages).open();
            case COMPANY, ESTABLISHMENT -> text.setValue(hit.id());
            case ACCOUNT, INVOICE, PAYMENT -> text.setValue(String.valueOf(hit.text()));
        }
    }
}
