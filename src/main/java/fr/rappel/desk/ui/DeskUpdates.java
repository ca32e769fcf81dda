package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.Command;
import fr.rappel.callback.FactRecorded;
import fr.rappel.shared.Database;
import fr.rappel.shared.ui.Notices;
import jakarta.annotation.PreDestroy;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells open consoles that something changed: at most twice a second however much happens, because each console then
 * reads its list again, and at least every twenty seconds, because turns come by themselves and other nodes work without
 * telling this one. While the database is away nothing is read: every console says so until it is back.
 */
@Service
class DeskUpdates {

    private static final long TICK_MILLIS = 500;
    private static final int QUIET_TICKS = 40;

    private final Set<Open> consoles = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("desk-updates").factory());
    private final Database database;
    private int quiet;
    private boolean interrupted;

    DeskUpdates(Database database) {
        this.database = database;
        ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Calls {@code refresh} after changes, in the user interface of the view, for as long as the view is shown. */
    void whileAttached(Component view, Runnable refresh) {
        view.addAttachListener(attach -> {
            Open console = new Open(attach.getUI(), refresh);
            consoles.add(console);
            view.addDetachListener(detach -> {
                consoles.remove(console);
                console.close();
                detach.unregisterListener();
            });
        });
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(FactRecorded fact) {
        changed.set(true);
    }

    @PreDestroy
    void stop() {
        ticker.shutdownNow();
    }

    private void tick() {
        if (changed.getAndSet(false) || ++quiet >= QUIET_TICKS || interrupted) {
            quiet = 0;
            interrupted = !consoles.isEmpty() && !database.answers();
            consoles.forEach(interrupted ? Open::interrupt : Open::refresh);
        }
    }

    /** A view that is shown, and the banner above it while the database is away. */
    private static final class Open {

        private final UI ui;
        private final Runnable refresh;
        private @Nullable Notification banner;

        Open(UI ui, Runnable refresh) {
            this.ui = ui;
            this.refresh = refresh;
        }

        void refresh() {
            access(() -> {
                refresh.run();
                close();
            });
        }

        void interrupt() {
            access(() -> {
                if (banner == null) {
                    banner = Notices.banner(ui, "desk.DeskUpdates.interrupted");
                }
            });
        }

        void close() {
            if (banner != null) {
                banner.close();
                banner = null;
            }
        }

        private void access(Command command) {
            try {
                ui.access(command);
            } catch (UIDetachedException e) {
                // The page was closed in between; its detach listener removes it.
            }
        }
    }
}
