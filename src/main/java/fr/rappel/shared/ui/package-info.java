/** The parts that screens of several modules are made of. */
@NullMarked
package fr.rappel.shared.ui;

import org.jspecify.annotations.NullMarked;
