package fr.rappel.faq;

import java.time.Instant;

/**
 * A page of plain text that the organisation edits: legal notice, personal data, accessibility.
 *
 * @param slug its address, {@code /<slug>}
 * @param bodyHtml the text as safe HTML, headings from the second level
 * @param updatedAt when its wording last changed
 */
public record EditorialPage(String slug, String title, String bodyHtml, Instant updatedAt) {}
