package fr.rappel.shared;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Whether invented accounts and data are wanted. Asked when the application starts, because {@code @Profile} and other
 * conditions of beans are decided when it is built (docs/decisions/0016).
 */
@Component
public record DemoProfile(boolean isActive) {

    @Autowired
    public DemoProfile(Environment environment) {
        this(environment.matchesProfiles("demo"));
    }
}
