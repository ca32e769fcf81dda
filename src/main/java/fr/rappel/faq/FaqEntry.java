package fr.rappel.faq;

import java.time.Instant;

/**
 * A published question with its answer.
 *
 * @param slug last part of its address, {@code /faq/<slug>}
 * @param answerHtml the answer as safe HTML: text is escaped, links are http, https, mailto, tel or local
 * @param answerText the same answer without any mark-up
 * @param themeCode code of the theme it belongs to
 * @param updatedAt when its wording last changed
 */
public record FaqEntry(
        String slug, String question, String answerHtml, String answerText, String themeCode, Instant updatedAt) {}
