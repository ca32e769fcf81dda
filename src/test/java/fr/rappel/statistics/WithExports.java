package fr.rappel.statistics;

import fr.rappel.testing.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** No file has been asked for yet; a test has one written at once and takes it. */
abstract class WithExports extends WithFigures {

    static final Period MARCH = new Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    @Autowired
    Exports exports;

    @Autowired
    ExportRunner runner;

    @BeforeEach
    void noExports() {
        jdbc.sql("delete from statistics_export_download").update();
        jdbc.sql("delete from statistics_export").update();
    }

    /** The requests received in March. */
    static RowQuery receivedBy(Dimension by) {
        return new RowQuery(MARCH, Measure.RECEIVED, by, "");
    }

    long request(ExportContents contents, ExportFormat format, RowQuery query) {
        return request(contents, format, query, Comparison.NONE);
    }

    private long request(ExportContents contents, ExportFormat format, RowQuery query, Comparison comparison) {
        return claire.get(() -> exports.request(contents, format, query, comparison, Locale.FRENCH));
    }

    byte[] written(ExportContents contents, ExportFormat format, Dimension by) {
        return written(contents, format, by, Comparison.NONE);
    }

    /** A breakdown beside that of another period. */
    byte[] compared(ExportFormat format, Dimension by, Comparison comparison) {
        return written(ExportContents.BREAKDOWN, format, by, comparison);
    }

    byte[] written(ExportContents contents, ExportFormat format, Dimension by, Comparison comparison) {
        long id = request(contents, format, receivedBy(by), comparison);
        runner.runWaiting();
        return take(claire, id);
    }

    byte[] take(Person person, long id) {
        var out = new ByteArrayOutputStream();
        person.does(() -> {
            try (InputStream file = exports.take(id)) {
                file.transferTo(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }
}
