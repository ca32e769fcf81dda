/** Load and timings for {@code bin/bench}: programs, not tests; nothing here asserts a time. */
package fr.rappel.bench;
