/**
 * Brings the copy of companies, accounts, rattachements, dossiers, documents, invoices and payments up to date: files of
 * the information system, its live answers, invented ones for the demonstration. The one writer of the copy's tables.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "users", "files", "dossier"})
package fr.rappel.refresh;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
