package fr.rappel.notifications;

import java.time.Instant;
import java.util.List;

/**
 * A report of figures for one person, in words that fill the template in use.
 *
 * @param endedAt when its period was over
 * @param title what it is, for instance "Rapport hebdomadaire"
 * @param period its days as they stand in a sentence, for instance "du 16 au 22 novembre 2026"
 * @param before the days it is compared with, written the same
 * @param page full address of the page with these figures
 * @param addedBy who chose the recipient
 * @param addedOn the day on which they did
 */
public record ReportMail(
        String recipient,
        Instant endedAt,
        String title,
        String period,
        String before,
        List<Line> figures,
        String page,
        String addedBy,
        String addedOn) {

    /**
     * @param before the value of the period before, with how far this one is from it
     */
    public record Line(String figure, String value, String before) {}
}
