/** The frame: layouts, log-in, security configuration, error pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "users", "faq"})
package fr.rappel.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
