package fr.rappel.statistics.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import fr.rappel.statistics.Export;
import fr.rappel.statistics.ExportNames;
import fr.rappel.statistics.ExportStatus;
import fr.rappel.statistics.Exports;
import fr.rappel.statistics.FigureFormat;
import org.jspecify.annotations.Nullable;

/** What of a file changes while somebody looks; the rest of its line stays, and so does the keyboard's focus. */
final class ExportLine {

    private final Exports exports;
    private final ExportNames files;
    private final FigureFormat format;
    private final Runnable changed;
    private final Div status = new Div();
    private final Div take = new Div();
    private @Nullable Export shown;

    /** @param changed called when the file is asked for again */
    ExportLine(Exports exports, ExportNames files, FigureFormat format, Export export, Runnable changed) {
        this.exports = exports;
        this.files = files;
        this.format = format;
        this.changed = changed;
        show(export);
    }

    /** How far it is. */
    Component status() {
        return status;
    }

    /** What can be done with it. */
    Component take() {
        return take;
    }

    void show(Export export) {
        if (export.equals(shown)) {
            return;
        }
        if (shown == null || shown.status() != export.status()) {
            take.removeAll();
            take.add(take(export));
        }
        shown = export;
        status.removeAll();
        status.add(status(export));
    }

    private Component status(Export export) {
        Span words = new Span(status.getTranslation(
                "statistics.ExportsView.status." + export.status(),
                format.count(export.rowsWritten()),
                export.percent(),
                format.count(export.rowsExpected())));
        if (export.status() != ExportStatus.RUNNING) {
            return words;
        }
        ProgressBar progress = new ProgressBar(0, 100, export.percent());
        progress.getElement()
                .setAttribute("aria-label", status.getTranslation("statistics.ExportsView.progress", files.of(export)));
        return new Div(progress, words);
    }

    private Component take(Export export) {
        return switch (export.status()) {
            case DONE -> download(export);
            case FAILED, EXPIRED -> again(export);
            case WAITING, RUNNING -> new Span();
        };
    }

    private Component again(Export export) {
        Button again = new Button(take.getTranslation("statistics.ExportsView.again"), click -> {
            exports.requestAgain(export.id());
            changed.run();
        });
        again.setAriaLabel(take.getTranslation("statistics.ExportsView.againNamed", files.of(export)));
        return again;
    }

    private Component download(Export export) {
        Anchor link = new Anchor(
                new ExportDownload(exports, export, files.of(export)),
                take.getTranslation("statistics.ExportsView.take"));
        link.setAriaLabel(take.getTranslation("statistics.ExportsView.takeNamed", files.of(export)));
        return link;
    }
}
