package fr.rappel.refresh.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import fr.rappel.refresh.ImportColumns;
import fr.rappel.refresh.ImportKind;
import fr.rappel.refresh.ImportSource;
import fr.rappel.refresh.Imports;
import fr.rappel.shared.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes one file at a time, straight from the connection to the spool; which columns it needs stands beside it. */
class ImportUpload extends Section {

    private final Imports imports;
    private final ImportColumns columns;
    private final Runnable received;
    private final Upload upload = new Upload(this::receive);
    private final Paragraph problem = new Paragraph();
    private final Div expected = new Div();

    /** Read by the thread that receives the file, which does not hold the session. */
    private volatile @Nullable ImportKind kind;

    /**
     * @param received what to do once a file is there, in the user interface
     */
    ImportUpload(Imports imports, ImportColumns columns, Runnable received) {
        this.imports = imports;
        this.columns = columns;
        this.received = received;
        addClassNames("import-upload", "panel");
        Select<ImportKind> kinds = new Select<>();
        kinds.setLabel(getTranslation("refresh.ImportUpload.kind"));
        kinds.setHelperText(getTranslation("refresh.ImportUpload.kind.help"));
        kinds.setItems(ImportKind.values());
        kinds.setItemLabelGenerator(item -> getTranslation(item.messageKey()));
        kinds.addValueChangeListener(change -> choose(change.getValue()));
        upload.setMaxFiles(1);
        upload.setAcceptedFileExtensions(".csv", ".txt");
        upload.setI18n(UploadWording.in(this));
        upload.setEnabled(false);
        upload.addFileRejectedListener(rejected -> problem.setText(rejected.getErrorMessage()));
        problem.addClassName("field-problem");
        problem.getElement().setAttribute("role", "alert");
        expected.addClassName("expected-columns");
        add(new H2(getTranslation("refresh.ImportUpload.title")), kinds, upload, problem, expected);
    }

    private void choose(@Nullable ImportKind chosen) {
        kind = chosen;
        upload.setEnabled(chosen != null);
        problem.setText("");
        expected.removeAll();
        if (chosen != null) {
            expected.add(
                    columns("required", columns.required(chosen)),
                    columns("optional", columns.optional(chosen)),
                    new Paragraph(getTranslation("refresh.ImportUpload.form")));
        }
    }

    private Paragraph columns(String key, List<String> names) {
        Paragraph line = new Paragraph(getTranslation("refresh.ImportUpload." + key) + " ");
        names.forEach(name -> line.add(new Code(name)));
        line.setVisible(!names.isEmpty());
        return line;
    }

    private void receive(UploadEvent event) throws IOException {
        ImportKind of = kind;
        if (of == null) {
            event.reject();
            return;
        }
        try (InputStream in = event.getInputStream()) {
            imports.receive(of, ImportSource.SCREEN, event.getFileName(), in);
            end(event.getUI(), null);
        } catch (Refusal refusal) {
            event.reject();
            end(event.getUI(), refusal);
        } catch (UncheckedIOException broken) {
            event.reject();
            end(event.getUI(), new UploadBroken());
        }
    }

    private void end(UI ui, @Nullable Refusal refusal) {
        ui.access(() -> {
            problem.setText(refusal == null ? "" : getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
            upload.clearFileList();
            received.run();
        });
    }

    /** The file did not come to its end; nothing of it was kept. */
    private static final class UploadBroken extends Refusal {

        UploadBroken() {
            super("refresh.ImportUpload.broken");
        }
    }
}
