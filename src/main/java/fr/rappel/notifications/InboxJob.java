package fr.rappel.notifications;

import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every minute; a missed run is made up by the next one. Two nodes may read one mailbox: each mail counts once. */
@DisallowConcurrentExecution
class InboxJob extends QuartzJobBean {

    private final Inbox inbox;

    InboxJob(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        inbox.readNew();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger inboxEveryMinute() {
            return RepeatedJob.every(Duration.ofMinutes(1), InboxJob.class, "inbox");
        }
    }
}
