package fr.rappel.faq;

import java.util.List;

/**
 * How the public questions were used in a period.
 *
 * @param searches how often something was looked for
 * @param inVain of these, how many found nothing
 * @param reads how often an answer was opened
 * @param mostRead slugs of the answers opened most, the most first
 * @param missing what was looked for in vain most, the most first; nothing that was looked for less than three times
 */
public record FaqUse(long searches, long inVain, long reads, List<Times> mostRead, List<Times> missing) {

    /** How often something was. */
    public record Times(String item, long times) {}
}
