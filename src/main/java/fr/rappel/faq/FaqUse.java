package fr.rappel.faq;

import java.time.LocalDate;
import java.util.List;

/**
 * How the public questions were used in a period.
 *
 * @param searches how often something was looked for
 * @param inVain of these, how many found nothing
 * @param reads how often an answer was opened
 * @param asked how often a call-back was asked for from an answer
 * @param mostUsed the answers opened most and those from which most asked for a call-back, the most opened first
 * @param missing what was looked for in vain most, the most first; nothing that was looked for less than three times
 * @param wordsSince the first day of which it is still known what was looked for in vain
 */
public record FaqUse(
        long searches,
        long inVain,
        long reads,
        long asked,
        List<Entry> mostUsed,
        List<Times> missing,
        LocalDate wordsSince) {

    /** How often the answer of a slug was opened, and a call-back asked for from it. */
    public record Entry(String slug, long reads, long asked) {}

    /** How often something was. */
    public record Times(String item, long times) {}
}
