package fr.rappel.statistics;

import fr.rappel.callback.FactRecorded;
import fr.rappel.shared.Roles;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.RolesAllowed;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps every open wall true: counted once for all of them, at most once a second however much happens, and at least
 * every fifteen seconds, because waits grow by themselves and other nodes work without telling this one.
 */
@Service
public class WallFeed {

    private static final Logger log = LoggerFactory.getLogger(WallFeed.class);
    private static final int QUIET_TICKS = 15;

    /** A wall that is shown. Called on a thread of the feed. */
    public interface Screen {

        void show(Wall wall);

        /** What is shown grows old: it cannot be counted, as when the database does not answer. */
        void interrupt();
    }

    private final Set<Screen> screens = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean changed = new AtomicBoolean();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("wall-feed").factory());
    private final WallCount count;
    private int quiet;

    WallFeed(WallCount count) {
        this.count = count;
        ticker.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    /** The wall of this moment. */
    @RolesAllowed(Roles.SUPERVISOR)
    public Wall now() {
        return count.now();
    }

    /**
     * Shows every change on a screen until it is left.
     *
     * @return leaves it
     */
    @RolesAllowed(Roles.SUPERVISOR)
    public Runnable follow(Screen screen) {
        screens.add(screen);
        return () -> screens.remove(screen);
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
        if (screens.isEmpty() || !changed.getAndSet(false) && ++quiet < QUIET_TICKS) {
            return;
        }
        quiet = 0;
        try {
            Wall wall = count.now();
            tellAll(screen -> screen.show(wall));
        } catch (RuntimeException e) {
            // Whatever it is: a tick that throws would be the last one.
            log.warn("The wall cannot be counted: {}", e.toString());
            changed.set(true);
            tellAll(Screen::interrupt);
        }
    }

    private void tellAll(Consumer<Screen> news) {
        for (Screen screen : screens) {
            try {
                news.accept(screen);
            } catch (RuntimeException e) {
                log.warn("A wall cannot be reached: {}", e.toString());
            }
        }
    }
}
