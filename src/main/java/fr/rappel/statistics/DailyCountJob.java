package fr.rappel.statistics;

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

/** Every five minutes, because a day missed is then made up soon; all but one run a day find nothing to do. */
@DisallowConcurrentExecution
class DailyCountJob extends QuartzJobBean {

    private static final int MINUTES = 5;

    private final DailyCount count;

    DailyCountJob(DailyCount count) {
        this.count = count;
    }

    @Override
    protected void executeInternal(JobExecutionContext context) {
        count.countFinishedDays();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {

        @Bean
        JobDetail dailyCountDetail() {
            return JobBuilder.newJob(DailyCountJob.class)
                    .withIdentity("daily-count")
                    .storeDurably()
                    .build();
        }

        @Bean
        Trigger dailyCountEveryFiveMinutes(JobDetail dailyCountDetail) {
            return TriggerBuilder.newTrigger()
                    .forJob(dailyCountDetail)
                    .withSchedule(SimpleScheduleBuilder.repeatMinutelyForever(MINUTES)
                            .withMisfireHandlingInstructionNextWithRemainingCount())
                    .build();
        }
    }
}
