package fr.rappel.shared;

import java.time.Duration;
import java.util.Map;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobDetail;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/** A job that runs over and over for as long as the application does; a missed run is made up by the next one. */
public final class RepeatedJob {

    /** Under this name Spring finds the job of a trigger, and schedules both. */
    private static final String JOB_DETAIL = "jobDetail";

    private RepeatedJob() {}

    /** @param name by which it is called out of turn, see {@link JobCalls} */
    public static Trigger every(Duration gap, Class<? extends Job> job, String name) {
        JobDetail detail =
                JobBuilder.newJob(job).withIdentity(name).storeDurably().build();
        return TriggerBuilder.newTrigger()
                .forJob(detail)
                .usingJobData(new JobDataMap(Map.of(JOB_DETAIL, detail)))
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(gap.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }
}
