package fr.rappel.followup;

/**
 * How a form came in, beside what it says.
 *
 * @param link token of the link whose page it was on
 * @param key of the page, so that a form sent twice acts once
 * @param address network address of the sender, for the limit only, never stored
 */
public record Post(String link, String key, String address) {}
