@NullMarked
package fr.rappel.statistics.ui;

import org.jspecify.annotations.NullMarked;
