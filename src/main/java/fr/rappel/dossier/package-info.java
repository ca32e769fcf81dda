/**
 * Companies, portal accounts, rattachements, dossiers, documents, invoices: search, answers, reading. The institution's
 * information system stays the source; Rappel holds a copy that {@code refresh} writes and nobody edits.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "users", "files", "callback"})
package fr.rappel.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
