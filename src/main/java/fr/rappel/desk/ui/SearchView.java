package fr.rappel.desk.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.DossierSearch;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.ReadingReason;
import fr.rappel.dossier.SearchFilter;
import fr.rappel.dossier.SearchHit;
import fr.rappel.dossier.SearchResult;
import fr.rappel.dossier.StatedPurpose;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenReference;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One field finds everything of the copy; keyboard all the way. The address holds the text and the filter, so that the way
 * back leads to what was found, and the request during which one searches.
 */
@Route(CopyAddress.SEARCH)
@Menu(order = 1.5, title = "desk.SearchView.title")
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class SearchView extends Div implements HasDynamicTitle, BeforeEnterObserver {

    private final DossierSearch search;
    private final DossierReading reading;
    private final TextField text = new TextField();
    private final Paragraph state = new Paragraph();
    private final SearchFacets facets;
    private final HitList hits;
    private final Anchor back = new Anchor();
    private final Span reason = new Span();
    private final Div asked = new Div();
    private final Vocabulary vocabulary;

    private CopyAddress address = CopyAddress.unstated();

    SearchView(DossierSearch search, DossierReading reading, CopyQuestions.Services questions, Vocabulary vocabulary) {
        this.search = search;
        this.reading = reading;
        this.vocabulary = vocabulary;
        addClassName("search");
        facets = new SearchFacets(() -> {
            refresh();
            rememberInAddress();
        });
        hits = new HitList(vocabulary.messages(), this::addressOf, text::focus);
        text.setPlaceholder(getTranslation("desk.SearchView.text"));
        text.setAriaLabel(getTranslation("desk.SearchView.text"));
        text.setClearButtonVisible(true);
        text.setAutofocus(true);
        text.setMaxLength(200);
        text.setWidthFull();
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.getElement().setAttribute("aria-keyshortcuts", "/");
        text.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                facets.choose(SearchFilter.NONE);
                refresh();
                rememberInAddress();
            }
        });
        state.getElement().setAttribute("role", "status");
        Shortcuts.addShortcutListener(this, hits::focusNext, Key.ARROW_DOWN).listenOn(this);
        Shortcuts.addShortcutListener(this, hits::focusPrevious, Key.ARROW_UP).listenOn(this);
        Header head = new Header(new H1(getTranslation("desk.SearchView.title")), back, reason);
        head.addClassName("view-head");
        add(head, text, new CopyQuestions(questions, this::withPurpose), asked, facets, state, hits);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        during(StatedPurpose.of(
                        parameters.getSingleParameter(StatedPurpose.REQUEST).orElse(null),
                        parameters.getSingleParameter(StatedPurpose.REASON).orElse(null))
                .orElse(null));
        text.setValue(parameters.getSingleParameter(CopyAddress.TEXT).orElse(""));
        facets.choose(
                SearchFilter.of(name -> parameters.getSingleParameter(name).orElse(null)));
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("desk.SearchView.title");
    }

    /** Says why one reads, where it is known. */
    private void during(@Nullable Purpose purpose) {
        address = new CopyAddress(purpose);
        asked.removeAll();
        String request = purpose == null ? null : purpose.request();
        ReadingReason why = purpose == null ? null : purpose.reason();
        back.setVisible(request != null);
        if (request != null) {
            back.setHref(CopyAddress.request(request));
            back.setText(getTranslation("dossier.PurposeBar.request", SpokenReference.of(request)));
        }
        reason.setText(
                why == null ? "" : getTranslation("dossier.PurposeBar.reason", getTranslation(why.messageKey())));
    }

    /** Without a request that one holds, the reason is asked once, then holds for all that is opened from here. */
    private void withPurpose(Consumer<CopyQuestion> ask) {
        Purpose known = address.purpose();
        asked.removeAll();
        if (known != null && reading.mayBeFor(known)) {
            ask.accept(new CopyQuestion("", "", known, vocabulary.in(getLocale()), null));
            return;
        }
        asked.add(new ReasonChoice(known, chosen -> {
            during(chosen);
            rememberInAddress();
            refresh();
            withPurpose(ask);
        }));
    }

    private void refresh() {
        SearchResult result = search.search(text.getValue(), facets.filter());
        facets.show(result);
        hits.show(result);
        state.setText(summary(result));
    }

    private String summary(SearchResult result) {
        if (text.getValue().isBlank()) {
            return getTranslation("desk.SearchView.hint");
        }
        int count = result.hits().size();
        if (result.among() != null) {
            return getTranslation("desk.SearchView.among", count, result.among());
        }
        if (count == 0) {
            return getTranslation("desk.SearchView.empty");
        }
        return getTranslation(
                result.forgiven()
                        ? "desk.SearchView.forgiven"
                        : result.more() ? "desk.SearchView.more" : "desk.SearchView.found",
                count);
    }

    private void rememberInAddress() {
        getUI().ifPresent(ui ->
                ui.getPage().getHistory().replaceState(null, address.search(text.getValue(), facets.filter())));
    }

    /** A dossier is opened, an account with its rattachements; anything else leads on to what belongs to it. */
    private String addressOf(SearchHit hit) {
        return switch (hit.kind()) {
            case DOSSIER -> address.dossier(hit.id());
            case COMPANY, ESTABLISHMENT -> address.search(hit.id());
            case ACCOUNT -> address.account(hit.id());
            case INVOICE -> address.search(String.valueOf(hit.text()));
            case PAYMENT -> address.search(hit.isTogether() ? hit.id() : String.valueOf(hit.text()));
        };
    }
}
