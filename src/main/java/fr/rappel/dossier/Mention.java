package fr.rappel.dossier;

/**
 * A place in a text that names something the copy knows.
 *
 * @param start index of its first character
 * @param end index after its last
 * @param id what names it among its kind
 */
public record Mention(int start, int end, HitKind kind, String id) {}
