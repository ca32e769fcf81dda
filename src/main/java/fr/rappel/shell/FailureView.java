package fr.rappel.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.shared.Database;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * Something went wrong while a page opened: a reference on the screen and in the log, never a stack trace. A database
 * that is away needs no reference: it is tried again.
 */
@AnonymousAllowed
class FailureView extends Main implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(FailureView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception failure = parameter.getException();
        if (Database.isAway(failure)) {
            LOG.error(
                    "The database does not answer: {}",
                    NestedExceptionUtils.getMostSpecificCause(failure).toString());
            show(getTranslation("shell.FailureView.away"));
            return HttpStatusCode.SERVICE_UNAVAILABLE.getCode();
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, failure);
        show(getTranslation("shell.FailureView.text", reference));
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }

    private void show(String sentence) {
        addClassName("message-page");
        add(
                new H1(getTranslation("shell.FailureView.title")),
                new Paragraph(sentence),
                new Anchor("/", getTranslation("shell.FailureView.home")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.FailureView.title");
    }
}
