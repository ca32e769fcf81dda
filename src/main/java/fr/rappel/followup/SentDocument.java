package fr.rappel.followup;

import org.springframework.core.io.InputStreamSource;

/**
 * A document as it came with a form.
 *
 * @param name as its sender calls it
 * @param contents may be opened more than once
 */
public record SentDocument(String name, InputStreamSource contents) {}
