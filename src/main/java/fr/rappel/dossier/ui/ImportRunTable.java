package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.rappel.dossier.ImportFault;
import fr.rappel.dossier.ImportRun;
import fr.rappel.dossier.ImportSource;
import fr.rappel.dossier.ImportStatus;
import fr.rappel.dossier.Imports;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The latest files and what became of them. Only the lines of those that moved are drawn again. */
class ImportRunTable extends Div {

    private final Imports imports;
    private final DossierWording wording;
    private final Map<String, String> names;
    private final DataTable table;
    private List<ImportRun> shown = List.of();

    ImportRunTable(Imports imports, DossierWording wording, Map<String, String> names) {
        this.imports = imports;
        this.wording = wording;
        this.names = names;
        table = new DataTable(
                getTranslation("dossier.ImportsView.latest"),
                Stream.of("file", "kind", "received", "status", "read", "stored", "refused", "report")
                        .map(column -> getTranslation("dossier.ImportRunTable.column." + column))
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
        return DataTable.row(
                DataTable.free(run.fileName()),
                new Span(getTranslation(run.kind().messageKey())),
                new Span(getTranslation(
                        "dossier.ImportRunTable.received", wording.moment(run.receivedAt(), getLocale()), sender(run))),
                state(run),
                count(run.rowsRead()),
                count(run.rowsStored()),
                count(run.rowsRefused()),
                report(run));
    }

    private String sender(ImportRun run) {
        String username = run.startedBy();
        return username == null
                ? getTranslation("dossier.ImportRunTable.source."
                        + (run.source() == ImportSource.DEMO ? ImportSource.DEMO : ImportSource.FOLDER))
                : names.getOrDefault(username, username);
    }

    private Component state(ImportRun run) {
        Div state = new Div(new StatusChip(run.status()));
        state.addClassName("import-state");
        if (run.status() == ImportStatus.RUNNING) {
            ProgressBar progress = new ProgressBar(0, 100, run.percent());
            progress.getElement()
                    .setAttribute("aria-label", getTranslation("dossier.ImportRunTable.progress", run.fileName()));
            state.add(progress, new Span(getTranslation("dossier.ImportRunTable.percent", run.percent())));
        }
        ImportFault fault = run.fault();
        if (fault != null) {
            String why = getTranslation(fault.messageKey());
            state.add(DataTable.free(
                    run.faultDetail() == null
                            ? why
                            : getTranslation("dossier.ImportRunTable.fault", why, run.faultDetail())));
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
        Anchor link = new Anchor(handler, getTranslation("dossier.ImportRunTable.download"));
        link.setAriaLabel(getTranslation("dossier.ImportRunTable.downloadNamed", run.fileName()));
        return link;
    }

    private Span count(long rows) {
        Span count = new Span(NumberFormat.getIntegerInstance(getLocale()).format(rows));
        count.addClassName("amount");
        return count;
    }
}
