/** The call-back request and its life: submit, take, attempt, outcome, retry, close; the public form. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "reference", "faq", "users"})
package fr.rappel.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
