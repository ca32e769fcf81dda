package fr.rappel.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something went wrong while a page was open: a reference on the screen and in the log; what was typed stays. */
class FailureNotice implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotice.class);
    private static final int MILLIS = 15_000;

    @Override
    public void error(ErrorEvent event) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, event.getThrowable());
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification notice = Notification.show(
                    ui.getTranslation("shell.FailureNotice.text", reference),
                    MILLIS,
                    Notification.Position.BOTTOM_CENTER);
            notice.addThemeVariants(NotificationVariant.ERROR);
            notice.setAssertive(true);
        }
    }
}
