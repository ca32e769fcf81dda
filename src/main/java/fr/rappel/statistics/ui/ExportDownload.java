package fr.rappel.statistics.ui;

import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import fr.rappel.statistics.Export;
import fr.rappel.statistics.ExportGone;
import fr.rappel.statistics.Exports;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** Hands a written file out; whoever comes too late is told that it is gone. */
record ExportDownload(Exports exports, Export export, String fileName) implements DownloadHandler {

    @Override
    public void handleDownloadRequest(DownloadEvent download) throws IOException {
        // The answer is begun once the file is open: what is gone has another.
        try (InputStream file = exports.take(export.id())) {
            download.setFileName(fileName);
            download.setContentType(export.format().mediaType());
            file.transferTo(download.getOutputStream());
        } catch (ExportGone gone) {
            download.getResponse().sendError(HttpServletResponse.SC_GONE, fileName);
        }
    }
}
