package fr.rappel.shared;

import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Calls a {@link RepeatedJob} out of turn, because there is something for it to do. */
@Component
public class JobCalls {

    private static final Logger LOG = LoggerFactory.getLogger(JobCalls.class);

    private final ObjectProvider<Scheduler> scheduler;

    JobCalls(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    /** Asks for a run now. If that fails the next one comes in its turn. */
    public void soon(String name) {
        try {
            scheduler.getObject().triggerJob(JobKey.jobKey(name));
        } catch (SchedulerException e) {
            LOG.warn("The job {} waits for its next turn", name, e);
        }
    }
}
