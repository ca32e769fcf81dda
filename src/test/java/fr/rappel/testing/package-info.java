/** What tests of several modules share: the database they run on and the clock they set. */
package fr.rappel.testing;
