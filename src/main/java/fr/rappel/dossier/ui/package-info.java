@NullMarked
package fr.rappel.dossier.ui;

import org.jspecify.annotations.NullMarked;
