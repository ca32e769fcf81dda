package fr.rappel.notifications.ui;

import com.vaadin.flow.component.Component;
import fr.rappel.notifications.MessageChanged;
import fr.rappel.shared.Database;
import fr.rappel.shared.ui.LiveViews;
import jakarta.annotation.PreDestroy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open pages of the outbox that a message was written or has another state. */
@Service
class OutboxUpdates {

    private final LiveViews pages;

    OutboxUpdates(Database database) {
        pages = new LiveViews("outbox-updates", database);
    }

    /** Calls {@code refresh} after changes, for as long as the view is shown. */
    void whileAttached(Component view, Runnable refresh) {
        pages.whileAttached(view, refresh);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MessageChanged message) {
        pages.changed();
    }

    @PreDestroy
    void stop() {
        pages.stop();
    }
}
