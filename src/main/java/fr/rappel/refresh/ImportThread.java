package fr.rappel.refresh;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Reads imports on a thread of its own: one may take ten minutes, and the two threads of the scheduler have requests to
 * release meanwhile. Asking while one turn waits for another adds nothing.
 */
@Component
class ImportThread implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ImportThread.class);
    private static final int SECONDS_TO_END_A_BATCH = 10;

    private final ImportFolder folder;
    private final ImportRunner runner;
    private final ExecutorService thread = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(1),
            Thread.ofPlatform().name("imports").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    ImportThread(ImportFolder folder, ImportRunner runner) {
        this.folder = folder;
        this.runner = runner;
    }

    /** Collects the watched folder and reads what waits, now or after the turn that goes on. */
    void wake() {
        thread.execute(this::turn);
    }

    private void turn() {
        try {
            folder.collect();
            runner.runWaiting();
        } catch (RuntimeException failure) {
            LOG.error("The turn of imports ended early; the next one is seconds away", failure);
        }
    }

    /** The batch that is being stored is stored; whoever starts next goes on after it. */
    @Override
    public void destroy() throws InterruptedException {
        runner.stop();
        thread.shutdown();
        thread.awaitTermination(SECONDS_TO_END_A_BATCH, TimeUnit.SECONDS);
    }
}
