package fr.rappel.notifications;

import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every five seconds; a missed run is made up by the next one. On several nodes each sends what it claims. */
class OutboxJob extends QuartzJobBean {

    private final OutboxSender sender;

    OutboxJob(OutboxSender sender) {
        this.sender = sender;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        sender.sendDue();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger outboxEveryFiveSeconds() {
            return RepeatedJob.every(Duration.ofSeconds(5), OutboxJob.class, "outbox");
        }
    }
}
