/**
 * The public pages: plain HTML, complete before any script, without session or cookie. They are in French whatever the
 * browser prefers, as the contents are; their templates therefore hold French text, not keys.
 */
@NullMarked
package fr.rappel.faq.web;

import org.jspecify.annotations.NullMarked;
