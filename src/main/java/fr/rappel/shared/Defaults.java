package fr.rappel.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * First contents of an empty database, read from the folder {@code rappel.defaults}: the organisation's lists, hours,
 * questions and notices. The folder in the jar describes AKTO's line; another body names a folder of its own
 * ({@code file:/etc/rappel/defaults/}). Templates of mails and ready answers that it lacks are those in the jar; whatever
 * names the body has to be there. Each module stores what it owns once, when its tables are empty, before the
 * server accepts requests; afterwards the database is the only truth.
 */
@Component
public class Defaults {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private static final String PACKAGED = "classpath:defaults/";

    /** Beginnings of names of contents that a folder may leave to the jar. */
    private static final List<String> LEFT_TO_THE_JAR = List.of("mails/", "ready-answers");

    private final String folder;
    private final ResourceLoader resources;

    Defaults(@Value("${rappel.defaults}") String folder, ResourceLoader resources) {
        this.folder = folder.endsWith("/") ? folder : folder + "/";
        this.resources = resources;
    }

    /**
     * The records of a comma-separated file with one header line.
     *
     * @throws UncheckedIOException if the file is missing or unreadable
     */
    public List<CSVRecord> csv(String fileName) {
        var resource = find(fileName);
        try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8);
                var parser = FORMAT.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read default contents " + resource.getDescription(), e);
        }
    }

    /**
     * The text of a UTF-8 file.
     *
     * @throws UncheckedIOException if the file is missing or unreadable
     */
    public String text(String fileName) {
        var resource = find(fileName);
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read default contents " + resource.getDescription(), e);
        }
    }

    private Resource find(String fileName) {
        Resource own = resources.getResource(folder + fileName);
        return own.exists() || LEFT_TO_THE_JAR.stream().noneMatch(fileName::startsWith)
                ? own
                : resources.getResource(PACKAGED + fileName);
    }
}
