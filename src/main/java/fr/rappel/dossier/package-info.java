/**
 * Companies, portal accounts, rattachements, dossiers, documents, invoices: import, search, read. The institution's
 * information system stays the source; Rappel holds a copy that imports refresh and nobody edits.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "users"})
package fr.rappel.dossier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
