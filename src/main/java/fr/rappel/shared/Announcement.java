package fr.rappel.shared;

/**
 * News for one person, wherever in the console they are: a sentence, and the page where there is more. Heard on this node only:
 * whoever publishes it does so on each.
 *
 * @param username whom it concerns
 * @param key of the sentence
 * @param argument of the sentence
 * @param path of the page
 * @param linkKey how the page is called
 */
public record Announcement(String username, String key, String argument, String path, String linkKey) {}
