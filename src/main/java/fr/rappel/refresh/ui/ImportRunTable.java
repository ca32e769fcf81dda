package fr.rappel.refresh.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.rappel.refresh.ImportFault;
import fr.rappel.refresh.ImportRun;
import fr.rappel.refresh.ImportSource;
import fr.rappel.refresh.ImportStatus;
import fr.rappel.refresh.Imports;
import fr.rappel.shared.ui.DataTable;
import fr.rappel.shared.ui.StateChip;
import java.text.NumberFormat;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The latest files and what became of them. Only the lines of those that moved are drawn again. */
class ImportRunTable extends Div {

    private final Imports imports;
    private final Function<Instant, String> moment;
    private final Map<String, String> names;
    private final DataTable table;
    private List<ImportRun> shown = List.of();

    /**
     * @param moment how a moment is written
     */
    ImportRunTable(Imports imports, Function<Instant, String> moment, Map<String, String> names) {
        this.imports = imports;
        this.moment = moment;
        this.names = names;
        table = new DataTable(
                getTranslation("refresh.ImportsView.latest"),
                Stream.of("file", "kind", "received", "status", "read", "stored", "refused", "report")
                        .map(column -> getTranslation("refresh.ImportRunTable.column." + column))
                        .toList());
        add(table);
    }

    void show(List<ImportRun> runs) {
        boolean sameFiles = ids(runs).equals(ids(shown));
        if (!sameFiles) {
            body().removeAllRows();
        }
        for (int i = 0; i < runs.size(); i++) {
            ImportRun run = runs.get(i);
            if (!sameFiles) {
                body().addRows(row(run));
            } else if (!run.equals(shown.get(i))) {
                body().replaceRow(i, row(run));
            }
        }
        shown = List.copyOf(runs);
    }

    private NativeTableBody body() {
        return table.getBody();
    }

    private static List<Long> ids(List<ImportRun> runs) {
        return runs.stream().map(ImportRun::id).toList();
    }

    private NativeTableRow row(ImportRun run) {
        return table.row(
                DataTable.free(run.fileName()),
                new Span(getTranslation(run.kind().messageKey())),
                new Span(
                        getTranslation("refresh.ImportRunTable.received", moment.apply(run.receivedAt()), sender(run))),
                state(run),
                count(run.rowsRead()),
                count(run.rowsStored()),
                count(run.rowsRefused()),
                report(run));
    }

    private String sender(ImportRun run) {
        String username = run.startedBy();
        return username == null
                ? getTranslation("refresh.ImportRunTable.source."
                        + (run.source() == ImportSource.DEMO ? ImportSource.DEMO : ImportSource.FOLDER))
                : names.getOrDefault(username, username);
    }

    private Component state(ImportRun run) {
        Div state = new Div(new StateChip(
                getTranslation(run.status().messageKey()), run.status().tone()));
        state.addClassName("import-state");
        if (run.status() == ImportStatus.RUNNING) {
            ProgressBar progress = new ProgressBar(0, 100, run.percent());
            progress.getElement()
                    .setAttribute("aria-label", getTranslation("refresh.ImportRunTable.progress", run.fileName()));
            state.add(progress, new Span(getTranslation("refresh.ImportRunTable.percent", run.percent())));
        }
        ImportFault fault = run.fault();
        if (fault != null) {
            String why = getTranslation(fault.messageKey());
            state.add(DataTable.free(
                    run.faultDetail() == null
                            ? why
                            : getTranslation("refresh.ImportRunTable.fault", why, run.faultDetail())));
        }
        if (run.leftUnchangedSince() != null) {
            state.add(DataTable.free(getTranslation("refresh.ImportRunTable.left")));
        }
        return state;
    }

    private Component report(ImportRun run) {
        if (run.rowsRefused() == 0 && run.fault() == null) {
            return new Span();
        }
        Locale locale = getLocale();
        DownloadHandler handler = download -> {
            download.setFileName("import-" + run.id() + ".csv");
            download.setContentType("text/csv;charset=utf-8");
            imports.writeReport(run.id(), locale, download.getOutputStream());
        };
        Anchor link = new Anchor(handler, getTranslation("refresh.ImportRunTable.download"));
        link.setAriaLabel(getTranslation("refresh.ImportRunTable.downloadNamed", run.fileName()));
        return link;
    }

    private Span count(long rows) {
        return DataTable.whole(NumberFormat.getIntegerInstance(getLocale()).format(rows));
    }
}
