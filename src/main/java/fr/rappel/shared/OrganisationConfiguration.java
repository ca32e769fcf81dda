package fr.rappel.shared;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the organisation's facts once, at start; a missing fact stops the start and is named. */
@Configuration(proxyBeanMethods = false)
class OrganisationConfiguration {

    private static final String FILE = "organisation.properties";

    @Bean
    Organisation organisation(Defaults defaults, @Value("${rappel.public-url}") String publicUrl) {
        var facts = read(defaults.text(FILE));
        return new Organisation(
                fact(facts, "name"),
                fact(facts, "description"),
                fact(facts, "audience"),
                fact(facts, "phone"),
                fact(facts, "phone-display"),
                fact(facts, "call-tariff"),
                fact(facts, "portal-name"),
                URI.create(fact(facts, "portal-url")),
                publicUrl.replaceFirst("/+$", ""));
    }

    private static Properties read(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String fact(Properties facts, String name) {
        var value = facts.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalStateException(FILE + " does not say: " + name);
        }
        return value;
    }
}
