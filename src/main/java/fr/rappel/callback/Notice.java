package fr.rappel.callback;

/**
 * The personal-data notice as shown beside the form.
 *
 * @param version names this text for ever
 * @param label of the box to tick
 * @param body short notice, plain text, one paragraph per line
 * @param hash SHA-256 of label and body, in hexadecimal
 */
public record Notice(String version, String label, String body, String hash) {}
