package fr.rappel.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import fr.rappel.shared.Database;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/** Something went wrong while a page was open: a reference on the screen and in the log; what was typed stays. */
class FailureNotice implements ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FailureNotice.class);
    private static final int MILLIS = 15_000;

    @Override
    public void error(ErrorEvent event) {
        if (Database.isAway(event.getThrowable())) {
            LOG.error(
                    "The database does not answer: {}",
                    NestedExceptionUtils.getMostSpecificCause(event.getThrowable())
                            .toString());
            say("shell.FailureNotice.away");
            return;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Unexpected failure {}", reference, event.getThrowable());
        say("shell.FailureNotice.text", reference);
    }

    private static void say(String key, Object... arguments) {
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification notice =
                    Notification.show(ui.getTranslation(key, arguments), MILLIS, Notification.Position.BOTTOM_CENTER);
            notice.addThemeVariants(NotificationVariant.ERROR);
            notice.setAssertive(true);
        }
    }
}
