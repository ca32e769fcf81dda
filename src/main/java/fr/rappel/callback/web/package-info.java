/** The form as an ordinary page: for browsers without script, in French as the other plain pages. */
@NullMarked
package fr.rappel.callback.web;

import org.jspecify.annotations.NullMarked;
