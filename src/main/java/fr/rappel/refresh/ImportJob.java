package fr.rappel.refresh;

import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every ten seconds, and as soon as a file was sent: wakes the thread that reads imports. */
@DisallowConcurrentExecution
class ImportJob extends QuartzJobBean {

    static final String NAME = "dossier-import";

    private final ImportThread thread;

    ImportJob(ImportThread thread) {
        this.thread = thread;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        thread.wake();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger dossierImportEveryTenSeconds() {
            return RepeatedJob.every(Duration.ofSeconds(10), ImportJob.class, NAME);
        }
    }
}
