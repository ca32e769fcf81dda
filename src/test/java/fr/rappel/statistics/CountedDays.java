package fr.rappel.statistics;

import org.springframework.context.ApplicationContext;

/** Has finished days counted where the test of another feature needs it, as the job does. */
public final class CountedDays {

    private CountedDays() {}

    public static void count(ApplicationContext context) {
        context.getBean(DailyCount.class).countFinishedDays();
    }
}
