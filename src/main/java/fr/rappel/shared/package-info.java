/**
 * Words every module speaks: roles, current user, SIRET, SIREN, telephone number, e-mail address, clean text, and the
 * shape of an expected refusal.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package fr.rappel.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
