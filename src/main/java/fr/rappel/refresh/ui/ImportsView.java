package fr.rappel.refresh.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import fr.rappel.refresh.ImportColumns;
import fr.rappel.refresh.ImportRun;
import fr.rappel.refresh.Imports;
import fr.rappel.shared.Roles;
import fr.rappel.shared.SpokenTime;
import fr.rappel.shared.ui.Polling;
import fr.rappel.users.UserAccounts;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;

/** For administrators: send a file of the information system, follow it, read what was refused. */
@Route("console/imports")
@Menu(order = 8, title = "refresh.ImportsView.title")
@RolesAllowed(Roles.ADMIN)
@StyleSheet("context://styles/imports.css")
class ImportsView extends Div implements HasDynamicTitle {

    private static final int REFRESH_MILLIS = 1_000;

    private final Imports imports;
    private final ImportRunTable table;
    private final Paragraph empty = new Paragraph();
    private final Polling polling = new Polling(this, REFRESH_MILLIS, this::refresh);

    ImportsView(
            Imports imports,
            ImportColumns columns,
            UserAccounts accounts,
            Clock clock,
            @Value("${rappel.zone}") ZoneId zone) {
        this.imports = imports;
        addClassName("imports");
        table = new ImportRunTable(
                imports,
                moment -> SpokenTime.in(getLocale()).relativeDayAndTime(moment, clock.instant(), zone),
                accounts.displayNames());
        Header head = new Header(new H1(getTranslation("refresh.ImportsView.title")));
        head.addClassName("view-head");
        empty.addClassName("empty");
        empty.setText(getTranslation("refresh.ImportsView.empty"));
        Section latest = new Section(new H2(getTranslation("refresh.ImportsView.latest")), table, empty);
        latest.addClassName("block");
        add(head, new ImportUpload(imports, columns, this::refresh), latest);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("refresh.ImportsView.title");
    }

    @Override
    protected void onAttach(AttachEvent attach) {
        refresh();
    }

    /** Looks again every second, but only while a file waits or is being read. */
    private void refresh() {
        List<ImportRun> runs = imports.latest();
        table.show(runs);
        table.setVisible(!runs.isEmpty());
        empty.setVisible(runs.isEmpty());
        polling.during(runs.stream().anyMatch(run -> !run.status().isFinished()));
    }
}
