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
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;
import org.springframework.stereotype.Component;

/** Every minute, and as soon as somebody asked for a file. */
@DisallowConcurrentExecution
class ExportJob extends QuartzJobBean {

    private static final JobKey KEY = JobKey.jobKey("statistics-export");

    private final ExportRunner runner;

    ExportJob(ExportRunner runner) {
        this.runner = runner;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        runner.runWaiting();
        runner.removeOld();
    }

    /** Asks for a run now. If that fails the next one is a minute away. */
    @Component
    static class Call {

        private final ObjectProvider<Scheduler> scheduler;

        Call(ObjectProvider<Scheduler> scheduler) {
            this.scheduler = scheduler;
        }

        void soon() {
            try {
                scheduler.getObject().triggerJob(KEY);
            } catch (SchedulerException e) {
                LoggerFactory.getLogger(ExportJob.class).warn("The export waits for its next turn", e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail statisticsExportDetail() {
            return JobBuilder.newJob(ExportJob.class)
                    .withIdentity(KEY)
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger statisticsExportEveryMinute(JobDetail statisticsExportDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(statisticsExportDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
