package fr.rappel.callback;

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
        JobDetail claimExpiryDetail() {
            return JobBuilder.newJob(ClaimExpiryJob.class)
                    .withIdentity("claim-expiry")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger claimExpiryEveryMinute(JobDetail claimExpiryDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(claimExpiryDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
