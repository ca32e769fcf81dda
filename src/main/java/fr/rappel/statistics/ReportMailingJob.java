package fr.rappel.statistics;

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

/** Every five minutes, as days are counted; all but one run a week find nothing to do. */
@DisallowConcurrentExecution
class ReportMailingJob extends QuartzJobBean {

    private static final int MINUTES = 5;

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
        JobDetail reportMailingDetail() {
            return JobBuilder.newJob(ReportMailingJob.class)
                    .withIdentity("report-mailing")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger reportMailingEveryFiveMinutes(JobDetail reportMailingDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(reportMailingDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(MINUTES)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
