/** The console: work list, next, call sheet, first figures. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "calendar",
            "reference",
            "faq",
            "callback",
            "followup",
            "dossier",
            "users",
            "notifications"
        })
package fr.rappel.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
