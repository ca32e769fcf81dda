/**
 * What becomes of a request, for its visitor: the signed link, the page behind it, the documents they add. What they say
 * there goes to the request itself, in {@code callback}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "faq", "callback", "notifications", "files"})
package fr.rappel.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
