package fr.rappel.refresh;

/**
 * A line that was not stored.
 *
 * @param line number of the line in the file, the header is 1
 * @param field column at fault; empty if it is the line
 * @param lineKey what the line is called by, if that could be read; nothing else of it is kept
 */
record LineRefusal(long line, String field, ImportFault reason, String lineKey) {}
