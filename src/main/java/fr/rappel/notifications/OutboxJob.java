package fr.rappel.notifications;

import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every five seconds; a missed run is made up by the next one. On several nodes each sends what it claims. */
class OutboxJob extends QuartzJobBean {

    private static final int SECONDS = 5;

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
        JobDetail outboxDetail() {
            return JobBuilder.newJob(OutboxJob.class)
                    .withIdentity("outbox")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger outboxEveryFiveSeconds(JobDetail outboxDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(outboxDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(SECONDS)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
