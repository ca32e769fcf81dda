package fr.rappel.statistics;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.quartz.QuartzJobBean;
import org.springframework.stereotype.Component;

/**
 * Every five minutes, because a day missed is then made up soon, and once the application has started; all but one run a
 * day find nothing to do.
 */
@DisallowConcurrentExecution
class DailyCountJob extends QuartzJobBean {

    private static final JobKey KEY = JobKey.jobKey("daily-count");
    private static final int MINUTES = 5;

    private final DailyCount count;

    DailyCountJob(DailyCount count) {
        this.count = count;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        count.countFinishedDays();
    }

    /** What was missed while nothing ran is not awaited for five minutes. */
    @Component
    static class AtStart {

        private final ObjectProvider<Scheduler> scheduler;

        AtStart(ObjectProvider<Scheduler> scheduler) {
            this.scheduler = scheduler;
        }

        @EventListener(ApplicationReadyEvent.class)
        void countSoon() throws SchedulerException {
            scheduler.getObject().triggerJob(KEY);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail dailyCountDetail() {
            return JobBuilder.newJob(DailyCountJob.class)
                    .withIdentity(KEY)
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger dailyCountEveryFiveMinutes(JobDetail dailyCountDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(dailyCountDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(MINUTES)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
