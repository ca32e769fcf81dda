package fr.rappel.users;

/**
 * A person who signs in.
 *
 * @param username lower-case log-in name, unique
 * @param displayName name shown to colleagues
 */
public record Account(String username, String displayName, Role role, boolean enabled) {}
