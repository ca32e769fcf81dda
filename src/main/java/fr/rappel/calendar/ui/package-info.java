@NullMarked
package fr.rappel.calendar.ui;

import org.jspecify.annotations.NullMarked;
