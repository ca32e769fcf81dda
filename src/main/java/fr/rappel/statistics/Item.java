package fr.rappel.statistics;

/**
 * One line of a breakdown.
 *
 * @param key code that does not depend on the language
 */
public record Item(String key, String label, Counted counted) {}
