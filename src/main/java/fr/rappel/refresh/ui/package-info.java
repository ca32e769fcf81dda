@NullMarked
package fr.rappel.refresh.ui;

import org.jspecify.annotations.NullMarked;
