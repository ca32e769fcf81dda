package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvSheetTest {

    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@", "\t", "\r", "\n"})
    void noTextIsAFormula(String sign) throws IOException {
        String formula = sign + "HYPERLINK(\"http://exemple.fr\")";
        assertThat(line(formula)).isEqualTo("\"'" + sign + "HYPERLINK(\"\"http://exemple.fr\"\")\"\r\n");
        assertThat(line(new Sheet.Code(formula, formula))).isEqualTo(line(formula));
        assertThat(line("a" + sign)).isEqualTo("\"a" + sign + "\"\r\n");
    }

    @Test
    void aNumberThatIsBelowZeroStaysOne() throws IOException {
        assertThat(line(-1.5, 1_234_567L, LocalDate.of(2026, 3, 2), LocalDateTime.of(2026, 3, 2, 9, 5), ""))
                .isEqualTo("-1,5;1234567;2026-03-02;2026-03-02 09:05:00;\r\n");
    }

    private static String line(Object... cells) throws IOException {
        var out = new ByteArrayOutputStream();
        try (Sheet sheet = new CsvSheet(out, Locale.FRENCH)) {
            sheet.row(List.of(cells));
        }
        return out.toString(StandardCharsets.UTF_8).substring(1);
    }
}
