package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import fr.rappel.callback.FactRecorded;
import fr.rappel.notifications.MessageChanged;
import fr.rappel.shared.Database;
import fr.rappel.shared.ui.LiveViews;
import jakarta.annotation.PreDestroy;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open consoles that something happened to a request, and a call sheet also what became of its mails. */
@Service
class DeskUpdates {

    private final LiveViews consoles;

    DeskUpdates(Database database) {
        consoles = new LiveViews("desk-updates", database);
    }

    /** Calls {@code refresh} after anything that happened to requests, for as long as the view is shown. */
    void whileAttached(Component view, Runnable refresh) {
        consoles.whileAttached(view, refresh);
    }

    /**
     * The same, and also after a change of the mails of one request.
     *
     * @param reference the request that the view shows at the moment
     */
    void whileAttached(Component view, Supplier<String> reference, Runnable refresh) {
        consoles.whileAttached(view, reference, refresh);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FactRecorded fact) {
        consoles.changed();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MessageChanged message) {
        if (message.reference() != null) {
            consoles.changed(message.reference());
        }
    }

    @PreDestroy
    void stop() {
        consoles.stop();
    }
}
