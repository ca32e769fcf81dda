/** Public questions and answers: stored, searched, served as plain pages. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "calendar", "reference"})
package fr.rappel.faq;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
