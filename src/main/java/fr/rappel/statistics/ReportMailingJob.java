package fr.rappel.statistics;

import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every five minutes, as days are counted; all but one run a week find nothing to do. */
@DisallowConcurrentExecution
class ReportMailingJob extends QuartzJobBean {

    private final ReportMailing mailing;

    ReportMailingJob(ReportMailing mailing) {
        this.mailing = mailing;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        mailing.sendFinished();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger reportMailingEveryFiveMinutes() {
            return RepeatedJob.every(Duration.ofMinutes(5), ReportMailingJob.class, "report-mailing");
        }
    }
}
