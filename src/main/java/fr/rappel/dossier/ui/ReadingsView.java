package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.Reading;
import fr.rappel.dossier.ReadingLog;
import fr.rappel.dossier.ReadingPage;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Roles;
import fr.rappel.shared.Siren;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.shared.ui.PageTurner;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** For supervisors: who has read which dossier, document, account or company, when, and for which request or reason. */
@Route("console/consultations")
@Menu(order = 6, title = "dossier.ReadingsView.title")
@RolesAllowed(Roles.SUPERVISOR)
@StyleSheet("context://styles/dossiers.css")
class ReadingsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 50;

    private final ReadingLog log;
    private final DossierWording wording;
    private final Map<String, String> names;
    private final ComboBox<String> reader = new ComboBox<>();
    private final TextField subject = new TextField();
    private final DataTable table;
    private final Paragraph empty = new Paragraph();
    private final PageTurner<Long> pages;

    ReadingsView(ReadingLog log, DossierWording wording, UserAccounts accounts) {
        this.log = log;
        this.wording = wording;
        names = accounts.displayNames();
        addClassName("readings");
        Header head = new Header(new H1(getTranslation("dossier.ReadingsView.title")));
        head.addClassName("view-head");
        table = new DataTable(
                getTranslation("dossier.ReadingsView.title"),
                Stream.of("at", "reader", "subject", "purpose")
                        .map(column -> getTranslation("dossier.ReadingsView.column." + column))
                        .toList());
        pages = new PageTurner<>(
                getTranslation("dossier.ReadingsView.newer"),
                getTranslation("dossier.ReadingsView.older"),
                this::refresh);
        empty.addClassName("empty");
        empty.getElement().setAttribute("role", "status");
        add(head, filters(), table, empty, pages);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        refresh();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("dossier.ReadingsView.title");
    }

    private Div filters() {
        reader.setLabel(getTranslation("dossier.ReadingsView.reader"));
        reader.setPlaceholder(getTranslation("dossier.ReadingsView.everybody"));
        reader.setItems(names.keySet().stream()
                .sorted(Comparator.comparing(this::name, String.CASE_INSENSITIVE_ORDER))
                .toList());
        reader.setItemLabelGenerator(this::name);
        reader.setClearButtonVisible(true);
        reader.addValueChangeListener(change -> pages.restart());
        subject.setLabel(getTranslation("dossier.ReadingsView.subject"));
        subject.setHelperText(getTranslation("dossier.ReadingsView.subject.help"));
        subject.setMaxLength(254);
        subject.setClearButtonVisible(true);
        subject.addValueChangeListener(change -> pages.restart());
        Div filters = new Div(reader, subject);
        filters.addClassNames("filters", "filters-fields");
        return filters;
    }

    private void refresh() {
        ReadingPage found = log.page(reader.getValue(), subject.getValue(), pages.place(), PAGE_SIZE);
        table.getBody().removeAllRows();
        found.readings().forEach(this::show);
        boolean nothing = found.readings().isEmpty();
        boolean narrowed = !subject.getValue().isBlank() || !reader.isEmpty();
        table.setVisible(!nothing);
        empty.setVisible(nothing);
        empty.setText(getTranslation(narrowed ? "dossier.ReadingsView.emptyFiltered" : "dossier.ReadingsView.empty"));
        pages.show(found.next());
    }

    private void show(Reading reading) {
        table.addRow(
                new Span(wording.moment(reading.at(), getLocale())),
                new Span(name(reading.reader())),
                subject(reading),
                purpose(reading));
    }

    private Component subject(Reading reading) {
        String text = getTranslation(
                "dossier.ReadingsView.what",
                getTranslation(reading.subject().messageKey()),
                reading.subject() == Subject.COMPANY ? Siren.written(reading.subjectId()) : reading.subjectId());
        return switch (reading.subject()) {
            case DOSSIER -> new Anchor(CopyAddress.unstated().dossier(reading.subjectId()), text);
            case DOCUMENT -> new Anchor(CopyAddress.unstated().document(reading.subjectId()), text);
            case ACCOUNT -> new Anchor(CopyAddress.unstated().account(reading.subjectId()), text);
            case COMPANY -> new Span(text);
        };
    }

    private Component purpose(Reading reading) {
        String request = reading.purpose().request();
        return request == null
                ? new Span(getTranslation("dossier.reason." + reading.purpose().reason()))
                : new Anchor(
                        CopyAddress.request(request),
                        getTranslation("dossier.ReadingsView.request", SpokenReference.of(request)));
    }

    private String name(String username) {
        return names.getOrDefault(username, username);
    }
}
