package fr.rappel.statistics;

import fr.rappel.shared.JobCalls;
import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
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

    private static final String NAME = "daily-count";

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

        private final JobCalls jobs;

        AtStart(JobCalls jobs) {
            this.jobs = jobs;
        }

        @EventListener(ApplicationReadyEvent.class)
        void countSoon() {
            jobs.soon(NAME);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger dailyCountEveryFiveMinutes() {
            return RepeatedJob.every(Duration.ofMinutes(5), DailyCountJob.class, NAME);
        }
    }
}
