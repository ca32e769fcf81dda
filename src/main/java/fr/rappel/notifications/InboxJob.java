package fr.rappel.notifications;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
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
        JobDetail inboxDetail() {
            return JobBuilder.newJob(InboxJob.class)
                    .withIdentity("inbox")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger inboxEveryMinute(JobDetail inboxDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(inboxDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
