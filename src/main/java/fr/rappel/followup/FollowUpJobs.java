package fr.rappel.followup;

import java.io.IOException;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** What this module does by itself; a missed run is made up by the next one. */
@Configuration(proxyBeanMethods = false)
class FollowUpJobs {

    private static final int SCAN_SECONDS = 15;

    @Bean
    JobDetail documentScanDetail() {
        return detail(ScanJob.class, "document-scan");
    }

    @Bean
    Trigger documentScanOften(JobDetail documentScanDetail) {
        return trigger(documentScanDetail, SimpleScheduleBuilder.repeatSecondlyForever(SCAN_SECONDS));
    }

    @Bean
    JobDetail followUpTidyingDetail() {
        return detail(TidyingJob.class, "follow-up-tidying");
    }

    @Bean
    Trigger followUpTidyingHourly(JobDetail followUpTidyingDetail) {
        return trigger(followUpTidyingDetail, SimpleScheduleBuilder.repeatHourlyForever());
    }

    private static JobDetail detail(Class<? extends Job> job, String name) {
        return JobBuilder.newJob(job).withIdentity(name).storeDurably().build();
    }

    private static Trigger trigger(JobDetail job, SimpleScheduleBuilder schedule) {
        return TriggerBuilder.newTrigger()
                .forJob(job)
                .withSchedule(schedule.withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /** Has new documents looked at. */
    @DisallowConcurrentExecution
    static class ScanJob extends QuartzJobBean {

        private final DocumentScan scan;

        ScanJob(DocumentScan scan) {
            this.scan = scan;
        }

        @Override
        protected void executeInternal(JobExecutionContext context) {
            scan.scanWaiting();
        }
    }

    /** Forgets forms that cannot come again, and contents that nobody needs. */
    @DisallowConcurrentExecution
    static class TidyingJob extends QuartzJobBean {

        private final PostsDone posts;
        private final DocumentTidying documents;

        TidyingJob(PostsDone posts, DocumentTidying documents) {
            this.posts = posts;
            this.documents = documents;
        }

        @Override
        protected void executeInternal(JobExecutionContext context) throws JobExecutionException {
            posts.forgetOld();
            try {
                documents.deleteUnneeded();
            } catch (IOException e) {
                throw new JobExecutionException(e);
            }
        }
    }
}
