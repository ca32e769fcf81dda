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
class ClaimExpiryJob extends QuartzJobBean {

    private final ClaimExpiry expiry;

    ClaimExpiryJob(ClaimExpiry expiry) {
        this.expiry = expiry;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        expiry.releaseUntouched();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        Trigger claimExpiryEveryMinute() {
            return RepeatedJob.every(Duration.ofMinutes(1), ClaimExpiryJob.class, "claim-expiry");
        }
    }
}
