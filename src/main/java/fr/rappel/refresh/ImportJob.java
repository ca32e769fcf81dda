package fr.rappel.refresh;

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

/** Every ten seconds, and as soon as a file was sent: wakes the thread that reads imports. */
@DisallowConcurrentExecution
class ImportJob extends QuartzJobBean {

    private static final JobKey KEY = JobKey.jobKey("dossier-import");
    private static final int SECONDS = 10;

    private final ImportThread thread;

    ImportJob(ImportThread thread) {
        this.thread = thread;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        thread.wake();
    }

    /** Asks for a run now. If that fails the next one is seconds away. */
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
                LoggerFactory.getLogger(ImportJob.class).warn("The import waits for its next turn", e);
            }
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail dossierImportDetail() {
            return JobBuilder.newJob(ImportJob.class)
                    .withIdentity(KEY)
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger dossierImportEveryTenSeconds(JobDetail dossierImportDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(dossierImportDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever(SECONDS)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
