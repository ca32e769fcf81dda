package fr.rappel.dossier;

import java.time.Instant;

/**
 * Somebody read something.
 *
 * @param reader user name
 * @param purpose of whatever was read
 */
public record Reading(long id, String reader, Subject subject, String subjectId, Purpose purpose, Instant at) {}
