package fr.rappel;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Declared dependencies only, no cycle, nobody enters another module's inner packages. */
class ModularityTest {

    @Test
    void modulesDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(RappelApplication.class).verify();
    }
}
