/** The calendar of the line: weekly hours, public holidays, exceptions, emergency closure; open at? next opening? open minutes between? */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package fr.rappel.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
