/**
 * Mail outbox: templates, sending, retry. A message is a row written with the fact that causes it; a job sends it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "reference", "faq", "callback", "users"})
package fr.rappel.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
