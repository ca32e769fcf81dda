package fr.rappel.callback;

import fr.rappel.shared.RepeatedJob;
import java.time.Duration;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.JobExecutionContext;
import org.quartz.Trigger;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.quartz.QuartzJobBean;

/** Every minute; a missed run is made up by the next one. */
@DisallowConcurrentExecution
class DeferralJob extends QuartzJobBean {

    private final Deferral deferral;

    DeferralJob(Deferral deferral) {
        this.deferral = deferral;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        deferral.deferRuledOut();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger deferralEveryMinute() {
            return RepeatedJob.every(Duration.ofMinutes(1), DeferralJob.class, "deferral");
        }
    }
}
