package fr.rappel.statistics;

import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every minute, and as soon as somebody asked for a file. */
@DisallowConcurrentExecution
class ExportJob extends QuartzJobBean {

    static final String NAME = "statistics-export";

    private final ExportRunner runner;

    ExportJob(ExportRunner runner) {
        this.runner = runner;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        runner.runWaiting();
        runner.removeOld();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger statisticsExportEveryMinute() {
            return RepeatedJob.every(Duration.ofMinutes(1), ExportJob.class, NAME);
        }
    }
}
