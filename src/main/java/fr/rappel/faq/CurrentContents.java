package fr.rappel.faq;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The contents as last read from the database, in memory: readers never wait for the database and are served while it
 * is away. What is stored is read at start and compared every ten seconds, and rendered and indexed anew when it
 * differs, so that an edit shows within seconds wherever it was made.
 */
@Component
class CurrentContents {

    private static final Logger log = LoggerFactory.getLogger(CurrentContents.class);

    private final FaqStore store;

    private volatile @Nullable FaqContents contents;

    CurrentContents(FaqStore store) {
        this.store = store;
    }

    FaqContents get() {
        var known = contents;
        return known != null ? known : refresh();
    }

    /** Takes what is stored now. */
    synchronized FaqContents refresh() {
        var known = contents;
        var stored = store.read();
        var fresh = known != null && known.isMadeFrom(stored) ? known : new FaqContents(stored);
        contents = fresh;
        return fresh;
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void follow() {
        try {
            refresh();
        } catch (DataAccessException | TransactionException e) {
            log.warn("Questions and answers cannot be read again; those in memory go on: {}", e.getMessage());
        }
    }
}
