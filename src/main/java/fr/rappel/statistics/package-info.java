/** Indicators, wall, exports, reports by mail. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "calendar", "reference", "callback", "faq", "users", "notifications"})
package fr.rappel.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
