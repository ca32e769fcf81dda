/** Lists the customer edits: regions and territories, sectors, topics. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package fr.rappel.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
