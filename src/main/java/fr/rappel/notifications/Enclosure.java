package fr.rappel.notifications;

/**
 * A file that goes with messages.
 *
 * @param fileName in ASCII, so that every mail program can read it
 */
public record Enclosure(String fileName, String mediaType, byte[] content) {}
