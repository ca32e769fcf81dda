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
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.rappel.callback.NotHolder;
import fr.rappel.callback.RequestNotFound;
import fr.rappel.dossier.ContentsMissing;
import fr.rappel.dossier.ContentsWithheld;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.DocumentAnswer;
import fr.rappel.dossier.DocumentDirection;
import fr.rappel.dossier.DocumentFile;
import fr.rappel.dossier.DocumentFiles;
import fr.rappel.dossier.DossierDocument;
import fr.rappel.dossier.DossierNotFound;
import fr.rappel.dossier.DossierReading;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.RequestLinks;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One document, shown in the page if it is a PDF or an image, else to be downloaded. Read for a request or a reason. */
@Route(CopyAddress.DOCUMENTS)
@RolesAllowed(Roles.AGENT)
@StyleSheet("context://styles/dossiers.css")
class DocumentView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final DossierReading reading;
    private final DocumentFiles files;
    private final RequestLinks links;
    private final DocumentAnswer answer;
    private String title = "";

    DocumentView(DossierReading reading, DocumentFiles files, RequestLinks links, DocumentAnswer answer) {
        this.reading = reading;
        this.files = files;
        this.links = links;
        this.answer = answer;
        addClassName("document");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        String id = asked.getSingleParameter(CopyAddress.NUMBER).orElse("");
        removeAll();
        DossierView.purpose(asked).ifPresentOrElse(purpose -> open(event, id, purpose), () -> ask(id, null));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void ask(String id, @Nullable Purpose refused) {
        title = getTranslation("dossier.DocumentView.why");
        add(new ReasonQuestion(title, refused, purpose -> new CopyAddress(purpose).document(id)));
    }

    private void open(BeforeEnterEvent event, String id, Purpose purpose) {
        try {
            show(reading.document(id, purpose), purpose);
        } catch (DossierNotFound missing) {
            event.rerouteToError(NotFoundException.class);
        } catch (RequestNotFound | NotHolder notTheirs) {
            ask(id, purpose);
        }
    }

    private void show(DossierDocument document, Purpose purpose) {
        title = getTranslation(
                "dossier.DocumentView.title",
                getTranslation(document.kind().messageKey()),
                DossierWording.day(document.dated(), getLocale()));
        PurposeBar bar = document.direction() == DocumentDirection.EMIS
                ? new PurposeBar(links, answer, purpose, document)
                : new PurposeBar(links, purpose, Subject.DOCUMENT, document.id());
        Header head = new Header(new H1(title), bar);
        head.addClassName("view-head");
        add(head, description(document, purpose), contents(document, purpose));
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

    private Component contents(DossierDocument document, Purpose purpose) {
        try {
            DocumentFile file = files.file(document.id(), purpose);
            Anchor download = new Anchor(
                    new CopyAddress(purpose).download(document.id()), getTranslation("dossier.DocumentView.download"));
            download.setRouterIgnore(true);
            download.getElement().setAttribute("aria-keyshortcuts", "d").setAttribute("data-key", "d");
            Div contents =
                    new Div(new Paragraph(download), preview(file, new CopyAddress(purpose).file(document.id())));
            contents.addClassName("document-contents");
            return contents;
        } catch (ContentsWithheld | ContentsMissing refused) {
            return notice(refused.getDefaultMessage());
        } catch (IOException away) {
            return notice("dossier.DocumentFileController.away");
        }
    }

    private Component preview(DocumentFile file, String address) {
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
