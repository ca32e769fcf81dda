package fr.rappel.followup;

import java.time.Instant;

/**
 * A document that a visitor added.
 *
 * @param slot which of the request's documents it is, from 1
 * @param name as its sender calls it: text to show, never a path
 * @param size in bytes
 */
public record ReceivedDocument(
        long id,
        String reference,
        int slot,
        String name,
        DocumentType type,
        long size,
        DocumentState state,
        Instant receivedAt) {

    /** What it is called on the disk of who downloads it: a name of ours. */
    public String fileName() {
        return reference + "-" + slot + type.ending();
    }
}
