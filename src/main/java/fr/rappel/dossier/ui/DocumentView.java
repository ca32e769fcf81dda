package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import fr.rappel.dossier.ContentsMissing;
import fr.rappel.dossier.ContentsWithheld;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DocumentAnswer;
import fr.rappel.dossier.DocumentDirection;
import fr.rappel.dossier.DocumentFile;
import fr.rappel.dossier.DocumentFiles;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;

/** One document, shown in the page if it is a PDF or an image, else to be downloaded. */
@Route(CopyAddress.DOCUMENTS)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class DocumentView extends CopyPage {

    private final DossierReading reading;
    private final DocumentFiles files;
    private final RequestLinks links;
    private final DocumentAnswer answer;

    DocumentView(DossierReading reading, DocumentFiles files, RequestLinks links, DocumentAnswer answer) {
        super(reading, "dossier.DocumentView.why", CopyAddress::document);
        this.reading = reading;
        this.files = files;
        this.links = links;
        this.answer = answer;
        addClassName("document");
    }

    @Override
    String show(String id, Purpose purpose) {
        DossierDocument document = reading.document(id, purpose);
        String title = getTranslation(
                "dossier.DocumentView.title",
                getTranslation(document.kind().messageKey()),
                DossierWording.day(document.dated(), getLocale()));
        PurposeBar bar = document.direction() == DocumentDirection.EMIS
                ? new PurposeBar(links, answer, purpose, document)
                : new PurposeBar(links, purpose, Subject.DOCUMENT, document.id());
        Header head = new Header(new H1(title), bar);
        head.addClassName("view-head");
        add(head, description(document, purpose), contents(document, purpose, title));
        return title;
    }

    private Component description(DossierDocument document, Purpose purpose) {
        Paragraph line = new Paragraph(new Anchor(
                new CopyAddress(purpose).dossier(document.dossierNumber()),
                getTranslation("dossier.DocumentView.dossier", document.dossierNumber())));
        line.add(" · " + getTranslation(document.direction().messageKey()) + " · "
                + (document.isWithheld() ? getTranslation("dossier.DocumentView.withheld") : document.name()));
        line.addClassName("document-line");
        return line;
    }

    private Component contents(DossierDocument document, Purpose purpose, String title) {
        try {
            DocumentFile file = files.file(document.id(), purpose);
            Anchor download = new Anchor(
                    new CopyAddress(purpose).download(document.id()), getTranslation("dossier.DocumentView.download"));
            download.setRouterIgnore(true);
            download.getElement().setAttribute("aria-keyshortcuts", "d").setAttribute("data-key", "d");
            Div contents = new Div(
                    new Paragraph(download), preview(file, new CopyAddress(purpose).file(document.id()), title));
            contents.addClassName("document-contents");
            return contents;
        } catch (ContentsWithheld | ContentsMissing refused) {
            return notice(refused.getDefaultMessage());
        } catch (IOException away) {
            return notice("dossier.DocumentFileController.away");
        }
    }

    private Component preview(DocumentFile file, String address, String title) {
        if (file.size() == 0) {
            return notice("dossier.DocumentView.empty");
        }
        if (!file.isShown()) {
            return notice("dossier.DocumentView.notShown");
        }
        if (file.mediaType().startsWith("image/")) {
            return new Image(address, title);
        }
        IFrame frame = new IFrame(address);
        frame.getElement().setAttribute("title", title);
        return frame;
    }

    private Paragraph notice(String key) {
        Paragraph notice = new Paragraph(getTranslation(key));
        notice.addClassName("empty");
        return notice;
    }
}
