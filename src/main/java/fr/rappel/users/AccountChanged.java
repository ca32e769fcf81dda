package fr.rappel.users;

import java.time.Instant;

/**
 * An administrator has changed what an account may do.
 *
 * @param account as it is now
 * @param by who changed it
 */
public record AccountChanged(Account account, String by, Instant at) {}
