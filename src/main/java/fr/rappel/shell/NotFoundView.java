package fr.rappel.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What does not exist. Names no route, unlike the framework's own view. */
@AnonymousAllowed
class NotFoundView extends Main implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    NotFoundView() {
        addClassName("message-page");
        add(
                new H1(getTranslation("shell.NotFoundView.title")),
                new Paragraph(getTranslation("shell.NotFoundView.text")),
                new Anchor("/", getTranslation("shell.NotFoundView.home")));
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.NotFoundView.title");
    }

    /** What one may not see does not exist either. */
    @AnonymousAllowed
    static class Denied extends Main implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

        Denied() {
            addClassName("message-page");
            add(
                    new H1(getTranslation("shell.NotFoundView.Denied.title")),
                    new Paragraph(getTranslation("shell.NotFoundView.Denied.text")),
                    new Anchor("/console", getTranslation("shell.NotFoundView.Denied.home")));
        }

        @Override
        public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
            return HttpStatusCode.FORBIDDEN.getCode();
        }

        @Override
        public String getPageTitle() {
            return getTranslation("shell.NotFoundView.Denied.title");
        }
    }
}
