@NullMarked
package fr.rappel.notifications.ui;

import org.jspecify.annotations.NullMarked;
