package fr.rappel.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Reads the reference data under {@code src/test/resources/data}. */
final class ReferenceData {

    private ReferenceData() {}

    static List<CSVRecord> csv(String name) {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        var file = Objects.requireNonNull(ReferenceData.class.getResourceAsStream("/data/" + name), name);
        try (var reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            return format.parse(reader).getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
