package fr.rappel.refresh;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The information system, asked for one company or dossier at a time.
 *
 * @param url address before {@code /companies/…} and {@code /dossiers/…}; not asked if it is not set
 * @param token sent as bearer token
 * @param timeout to connect, and to answer to the end
 * @param maxSize of an answer
 * @param failures calls in a row after which it is left alone
 * @param pause how long it is left alone
 */
@ConfigurationProperties("rappel.dossier.source")
record LiveSourceProperties(
        @Nullable URI url,
        @Nullable String token,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("8MB") DataSize maxSize,
        @DefaultValue("5") int failures,
        @DefaultValue("30s") Duration pause) {

    @Override
    public String toString() {
        return "LiveSource[url=" + url + "]";
    }
}
