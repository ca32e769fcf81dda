package fr.rappel.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.Command;
import fr.rappel.shared.Database;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Open views that are told of changes: at most twice a second however much happens, because each of them then reads again
 * what it shows, and at least every twenty seconds, because turns come by themselves and other nodes work without telling
 * this one. While the database is away nothing is read: every view says so until it is back.
 */
public final class LiveViews {

    private static final Logger LOG = LoggerFactory.getLogger(LiveViews.class);
    private static final long TICK_MILLIS = 500;
    private static final int QUIET_TICKS = 40;
    private static final Supplier<String> NO_SUBJECT = () -> "";

    private final Set<Open> views = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final Set<String> changedSubjects = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService ticker;
    private final Database database;
    private int quiet;
    private boolean interrupted;

    /** @param thread name of the thread that tells them */
    public LiveViews(String thread, Database database) {
        this.database = database;
        ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(thread).factory());
        ticker.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Calls {@code refresh} after changes, in the user interface of the view, for as long as the view is shown. */
    public void whileAttached(Component view, Runnable refresh) {
        whileAttached(view, NO_SUBJECT, refresh);
    }

    /**
     * The same, and also after changes of one subject.
     *
     * @param subject what the view shows at the moment; asked on the thread that tells
     */
    public void whileAttached(Component view, Supplier<String> subject, Runnable refresh) {
        view.addAttachListener(attach -> {
            Open open = new Open(attach.getUI(), subject, refresh);
            views.add(open);
            view.addDetachListener(detach -> {
                views.remove(open);
                open.close();
                detach.unregisterListener();
            });
        });
    }

    /** Something changed that every view may show. */
    public void changed() {
        changed.set(true);
    }

    /** Something changed that only views of that subject show. */
    public void changed(String subject) {
        changedSubjects.add(subject);
    }

    /** Tells nobody any more. */
    public void stop() {
        ticker.shutdownNow();
    }

    private void tick() {
        try {
            tell();
        } catch (RuntimeException e) {
            // Whatever it is: a tick that throws would be the last one, for every view.
            LOG.warn("Views are told of changes at the next turn: {}", e.toString());
            changed.set(true);
        }
    }

    private void tell() {
        Set<String> subjects = new HashSet<>(changedSubjects);
        changedSubjects.removeAll(subjects);
        boolean all = changed.getAndSet(false) || ++quiet >= QUIET_TICKS || interrupted;
        if (all || !subjects.isEmpty()) {
            quiet = all ? 0 : quiet;
            List<Open> told = views.stream()
                    .filter(view -> all || subjects.contains(view.subject.get()))
                    .toList();
            interrupted = !told.isEmpty() && !database.answers();
            told.forEach(interrupted ? Open::interrupt : Open::refresh);
        }
    }

    /** A view that is shown, and the banner above it while the database is away. */
    private static final class Open {

        private final UI ui;
        private final Supplier<String> subject;
        private final Runnable refresh;
        private @Nullable Notification banner;

        Open(UI ui, Supplier<String> subject, Runnable refresh) {
            this.ui = ui;
            this.subject = subject;
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
                    banner = Notices.banner(ui, "shared.LiveViews.interrupted");
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
            } catch (RuntimeException e) {
                // The others are told all the same.
                LOG.warn("A view cannot be told of changes: {}", e.getClass().getSimpleName());
            }
        }
    }
}
