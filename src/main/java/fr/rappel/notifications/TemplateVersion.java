package fr.rappel.notifications;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator made of a template at some moment.
 *
 * @param number counted from one
 * @param draft what was saved; null if the template was reset to its default
 */
public record TemplateVersion(int number, @Nullable TemplateDraft draft, String savedBy, Instant savedAt) {}
