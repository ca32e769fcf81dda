package fr.rappel.statistics;

import fr.rappel.notifications.Enclosure;
import fr.rappel.notifications.ReportMail;
import java.time.Instant;
import java.util.List;

/**
 * The report of a period as it goes by mail: the main figures in words, all of them on paper.
 *
 * @param endedAt when the period was over
 * @param page full address of the page with these figures
 */
record ReportLetter(
        Instant endedAt,
        String title,
        String period,
        String before,
        List<ReportMail.Line> figures,
        String page,
        Enclosure paper) {

    /**
     * @param addedOn the day on which that address was added
     */
    ReportMail to(SubscriptionRows.Stored subscription, String addedOn) {
        return new ReportMail(
                subscription.recipient(),
                endedAt,
                title,
                period,
                before,
                figures,
                page,
                subscription.addedByName(),
                addedOn);
    }
}
