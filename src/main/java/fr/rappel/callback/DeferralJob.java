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
        JobDetail deferralDetail() {
            return JobBuilder.newJob(DeferralJob.class)
                    .withIdentity("deferral")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger deferralEveryMinute(JobDetail deferralDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(deferralDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever()
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
