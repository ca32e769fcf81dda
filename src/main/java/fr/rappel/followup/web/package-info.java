/** The follow-up page, plain and in French, without session or cookie; and the documents for the console. */
@NullMarked
package fr.rappel.followup.web;

import org.jspecify.annotations.NullMarked;
