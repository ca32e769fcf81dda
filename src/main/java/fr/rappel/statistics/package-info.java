/** Indicators, wall, exports. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "reference", "callback", "faq", "users"})
package fr.rappel.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
