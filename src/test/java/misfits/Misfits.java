package misfits;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Everything that the rules of the architecture refuse, outside the application's packages. */
public interface Misfits {

    @Entity
    class PublicEntity {}

    class ScheduledInPublic {
        @Scheduled(fixedDelay = 1)
        public void run() {}
    }

    record KnowsTheScreen(Component component) {}

    @Route("both")
    @AnonymousAllowed
    @RolesAllowed("AGENT")
    class ViewWithBoth {}

    @Service
    class ServiceWithout {
        public void useCase() {}
    }

    record JudgesFiles(org.apache.tika.Tika tika) {}

    class Permits {
        @PermitAll
        void all() {}
    }

    class OwnTime {
        Instant now() {
            return Instant.now();
        }
    }

    class DateHelper {}

    class Injected {
        @Autowired
        Object field;
    }

    @Profile("demo")
    class OnlyInDemo {}

    @ConditionalOnProperty("a.setting")
    class OnlyWithSetting {}

    class Prints {
        void print() {
            Logger.getLogger("print");
        }
    }
}
