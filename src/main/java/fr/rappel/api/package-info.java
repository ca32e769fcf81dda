/** REST /api/v1: contracts, problem answers, OpenAPI. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "calendar", "reference", "faq", "callback", "dossier", "refresh", "statistics"
        })
package fr.rappel.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
