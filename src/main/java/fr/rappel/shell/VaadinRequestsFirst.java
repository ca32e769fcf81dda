package fr.rappel.shell;

import com.vaadin.flow.spring.security.RequestUtil;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;

/**
 * Vaadin's client talks to {@code /?v-r=…}, while {@code /} itself is a plain page: its requests are recognised before any
 * controller sees their path, because a controller's path matches whatever its parameters are.
 */
@Component
class VaadinRequestsFirst extends AbstractHandlerMapping {

    private final Controller vaadin;
    private final RequestUtil requests;

    VaadinRequestsFirst(@Qualifier("vaadinForwardingController") Controller vaadin, RequestUtil requests) {
        this.vaadin = vaadin;
        this.requests = requests;
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return requests.isFrameworkInternalRequest(request) ? vaadin : null;
    }
}
