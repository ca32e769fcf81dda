package fr.rappel.faq.web;

import java.util.List;

/**
 * What the pages say of the line, in French.
 *
 * @param state whether it is open and what comes next: "Ouvert, jusqu’à 12 h 30"
 * @param hours the weekly hours, one line for each run of equal days
 * @param changes days soon to come on which other hours are valid, with their reason
 * @param opening the weekly hours as data for search engines
 */
record LineNotice(boolean open, String state, List<String> hours, List<String> changes, List<OpeningTime> opening) {

    /**
     * One interval of a weekday.
     *
     * @param day English name, as schema.org writes it: "Monday"
     * @param opens start, "09:00"
     * @param closes end, "12:30"; "23:59" for the end of the day
     */
    record OpeningTime(String day, String opens, String closes) {}
}
