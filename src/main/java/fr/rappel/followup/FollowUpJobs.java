package fr.rappel.followup;

import fr.rappel.shared.RepeatedJob;
import java.io.IOException;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** What this module does by itself; a missed run is made up by the next one. */
@Configuration(proxyBeanMethods = false)
class FollowUpJobs {

    @Bean
    Trigger documentScanOften() {
        return RepeatedJob.every(Duration.ofSeconds(15), ScanJob.class, "document-scan");
    }

    @Bean
    Trigger followUpTidyingHourly() {
        return RepeatedJob.every(Duration.ofHours(1), TidyingJob.class, "follow-up-tidying");
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
