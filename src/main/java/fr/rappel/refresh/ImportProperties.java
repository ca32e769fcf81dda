package fr.rappel.refresh;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files of the information system are taken in.
 *
 * @param folder watched folder; none if it is not set
 * @param settle how long a file of the folder must have been left alone before it is taken
 * @param maxSize largest file
 * @param maxRefusals refused lines after which a file is given up
 * @param lease time after which the run of a process that gives no sign is taken over
 */
@ConfigurationProperties("rappel.import")
record ImportProperties(
        @Nullable Path folder,
        @DefaultValue("10s") Duration settle,
        @DefaultValue("2GB") DataSize maxSize,
        @DefaultValue("100000") int maxRefusals,
        @DefaultValue("1m") Duration lease) {}
