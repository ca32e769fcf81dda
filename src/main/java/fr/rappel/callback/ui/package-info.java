@NullMarked
package fr.rappel.callback.ui;

import org.jspecify.annotations.NullMarked;
