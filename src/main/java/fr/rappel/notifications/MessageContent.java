package fr.rappel.notifications;

/**
 * What a message says, in both its forms.
 *
 * @param subject one line of plain text
 * @param text plain text
 * @param html the same as a whole HTML page
 */
public record MessageContent(String subject, String text, String html) {}
