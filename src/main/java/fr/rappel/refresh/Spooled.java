package fr.rappel.refresh;

import java.nio.charset.Charset;

/**
 * A received file.
 *
 * @param key its name in the spool
 */
record Spooled(String key, long size, Charset charset) {}
