/** The contents of documents, served to the console's own pages. */
@NullMarked
package fr.rappel.dossier.web;

import org.jspecify.annotations.NullMarked;
