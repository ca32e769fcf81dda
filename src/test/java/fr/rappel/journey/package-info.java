/** Whole journeys on the packaged jar: real process, real browser, real faults. */
package fr.rappel.journey;
