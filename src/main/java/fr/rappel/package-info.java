@NullMarked
package fr.rappel;

import org.jspecify.annotations.NullMarked;
