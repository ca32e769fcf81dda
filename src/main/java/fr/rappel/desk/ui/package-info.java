@NullMarked
package fr.rappel.desk.ui;

import org.jspecify.annotations.NullMarked;
