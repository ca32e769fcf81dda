package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobKey;
import org.quartz.SimpleTrigger;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/** One trigger is all that Spring needs to know a job, how often it runs and by what name it is called. */
class RepeatedJobTest {

    private static final JobKey KEY = JobKey.jobKey("tidying");

    @Test
    void isScheduledWithItsTriggerAndMakesUpNothingTwice() throws Exception {
        var factory = new SchedulerFactoryBean();
        factory.setAutoStartup(false);
        factory.setTriggers(RepeatedJob.every(Duration.ofSeconds(90), Job.class, "tidying"));
        factory.afterPropertiesSet();
        try {
            var scheduler = factory.getScheduler();
            assertThat(scheduler.getJobDetail(KEY).getJobClass()).isEqualTo(Job.class);
            assertThat(scheduler.getTriggersOfJob(KEY)).singleElement().satisfies(trigger -> {
                var repeated = (SimpleTrigger) trigger;
                assertThat(repeated.getRepeatInterval()).isEqualTo(90_000);
                assertThat(repeated.getRepeatCount()).isEqualTo(SimpleTrigger.REPEAT_INDEFINITELY);
                assertThat(repeated.getMisfireInstruction())
                        .isEqualTo(SimpleTrigger.MISFIRE_INSTRUCTION_RESCHEDULE_NEXT_WITH_REMAINING_COUNT);
            });
        } finally {
            factory.destroy();
        }
    }
}
