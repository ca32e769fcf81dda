package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
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
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierSearch;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.SearchHit;
import fr.rappel.dossier.SearchResult;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenReference;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.springframework.context.MessageSource;

/**
 * One field finds everything of the copy; keyboard all the way. The address holds the text, so that the way back leads to
 * what was found, and the request during which one searches.
 */
@Route(CopyAddress.SEARCH)
@Menu(order = 1.5, title = "dossier.SearchView.title")
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class SearchView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final DossierSearch search;
    private final TextField text = new TextField();
    private final Paragraph state = new Paragraph();
    private final SearchFacets facets;
    private final HitList hits;
    private final Anchor back = new Anchor();

    private CopyAddress address = CopyAddress.unstated();

    SearchView(DossierSearch search, MessageSource messages) {
        this.search = search;
        addClassName("search");
        facets = new SearchFacets(this::refresh);
        hits = new HitList(messages, this::addressOf, text::focus);
        text.setPlaceholder(getTranslation("dossier.SearchView.text"));
        text.setAriaLabel(getTranslation("dossier.SearchView.text"));
        text.setClearButtonVisible(true);
        text.setAutofocus(true);
        text.setMaxLength(200);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.getElement().setAttribute("aria-keyshortcuts", "/");
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                restart();
                rememberInAddress();
            }
        });
        state.getElement().setAttribute("role", "status");
        Shortcuts.addShortcutListener(this, hits::focusNext, Key.ARROW_DOWN).listenOn(this);
        Shortcuts.addShortcutListener(this, hits::focusPrevious, Key.ARROW_UP).listenOn(this);
        Header head = new Header(new H1(getTranslation("dossier.SearchView.title")), back);
        head.addClassName("view-head");
        add(head, text, facets, state, hits);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        Optional<Purpose> purpose = DossierView.purpose(asked);
        address = new CopyAddress(purpose.orElse(null));
        String request = purpose.map(Purpose::request).orElse(null);
        back.setVisible(request != null);
        if (request != null) {
            back.setHref(CopyAddress.request(request));
            back.setText(getTranslation("dossier.PurposeBar.request", SpokenReference.of(request)));
        }
        text.setValue(asked.getSingleParameter(CopyAddress.TEXT).orElse(""));
        restart();
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

    private void rememberInAddress() {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, address.search(text.getValue())));
    }

    /** A dossier is opened; anything else leads on to what belongs to it. */
    private String addressOf(SearchHit hit) {
        return switch (hit.kind()) {
            case DOSSIER -> address.dossier(hit.id());
            case COMPANY, ESTABLISHMENT -> address.search(hit.id());
            case ACCOUNT, INVOICE, PAYMENT -> address.search(String.valueOf(hit.text()));
        };
    }
}
