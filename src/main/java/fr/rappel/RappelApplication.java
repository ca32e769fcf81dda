package fr.rappel;

import java.time.Clock;
import java.util.Locale;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.modulith.Modulithic;

/** Rappel, the contact centre of a training-funding body: one application, one artefact. */
@Modulithic(sharedModules = "shared")
@SpringBootApplication
@ConfigurationPropertiesScan
public class RappelApplication {

    public static void main(String[] args) {
        // Whatever the machine speaks, what cannot be told from a request is said in French.
        Locale.setDefault(Locale.FRANCE);
        if (RappelApplication.class.getPackage().getImplementationVersion() != null) {
            // From the jar: its beans were worked out when it was built.
            System.getProperties().putIfAbsent(AotDetector.AOT_ENABLED, "true");
        }
        // What is pushed names what has changed, and browsers send by HTTP: messages are short, and each open console
        // holds
        // nine of these buffers (bytes).
        System.getProperties().putIfAbsent("org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE", "2048");
        SpringApplication.run(RappelApplication.class, args);
    }

    /** The only source of time: everything that asks for "now" is given this clock, so that tests may set it. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
