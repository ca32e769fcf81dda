/** Accounts of agents, supervisors and administrators; log-in refusals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package fr.rappel.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
