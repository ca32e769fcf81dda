package fr.rappel.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLinesTest {

    @TempDir
    Path folder;

    @Test
    void readsSemicolonsOrCommasWithOrWithoutMark() throws Exception {
        for (String text : List.of("a;b\n1;2\n", "a,b\n1,2\n", "\uFEFFa;b\r\n1;2\r\n", "a;b\n1;2")) {
            try (var lines = open(text)) {
                assertThat(lines.header()).as(text).containsExactly("a", "b");
                assertThat(lines.next().cells()).containsExactly("1", "2");
                assertThat(lines.next()).isNull();
            }
        }
    }

    @Test
    void aValueMayGoOverSeveralLines() throws Exception {
        var all = read("a;b\n\"x\ny;\"\"z\"\"\";2\n3;4\n");
        assertThat(all).extracting(CsvLine::number).containsExactly(2L, 4L);
        assertThat(all.getFirst().cells()).containsExactly("x\ny;\"z\"", "2");
        assertThat(all.getFirst().lastNumber()).isEqualTo(3);
    }

    @Test
    void aStrayQuotationMarkCostsItsOwnLineOnly() throws Exception {
        var all = read("a;b\n1;\"open\n3;4\n5;also \" open\n7;8\n\"x\"y;9\n10;11\n");
        assertThat(all)
                .extracting(CsvLine::fault)
                .containsExactly(ImportFault.QUOTE, null, ImportFault.QUOTE, null, ImportFault.QUOTE, null);
        assertThat(all.get(1).cells()).containsExactly("3", "4");
        assertThat(all.get(5).cells()).containsExactly("10", "11");
    }

    @Test
    void tooManyOrTooFewValuesAreRefusedAndEmptyOnesAtTheEndAreNot() throws Exception {
        var all = read("a;b\n1\n1;2;3\n1;2\n;;;;\n\n");
        assertThat(all)
                .extracting(CsvLine::fault)
                .containsExactly(ImportFault.COLUMN_COUNT, ImportFault.COLUMN_COUNT, null, null, null);
        assertThat(all).extracting(CsvLine::isBlank).containsExactly(false, false, false, true, true);
    }

    @Test
    void goesOnAfterAnyRecord() throws Exception {
        String text = "\uFEFFnuméro;b\n1;\"é\nè\"\n2;ç\n\n3;\"x\n4;à";
        var all = read(text);
        for (int i = 0; i < all.size(); i++) {
            try (var lines = open(text)) {
                lines.seek(all.get(i).end(), all.get(i).lastNumber());
                List<CsvLine> rest = rest(lines);
                assertThat(rest).isEqualTo(all.subList(i + 1, all.size()));
            }
        }
    }

    @Test
    void anEndlessLineIsRefusedInBoundedMemoryAndTheNextOneRead() throws Exception {
        Path file = folder.resolve("endless.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("a;b\n".getBytes(StandardCharsets.UTF_8));
            byte[] chunk = "x".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 300; i++) {
                out.write(chunk);
            }
            out.write("\n1;2\n".getBytes(StandardCharsets.UTF_8));
        }
        Runtime.getRuntime().gc();
        long before = used();
        try (var lines = CsvLines.open(file, StandardCharsets.UTF_8)) {
            assertThat(lines.next().fault()).isEqualTo(ImportFault.LINE_TOO_LONG);
            assertThat(used() - before).isLessThan(100L << 20);
            assertThat(lines.next().cells()).containsExactly("1", "2");
        }
    }

    @Test
    void whatIsNoTextIsRefused() throws IOException {
        for (String start : List.of(
                "PK\u0003\u0004", "\u001F\u008B\u0008", "%PDF-1.7", "\u00FF\u00FEa\0;\0", "\u00D0\u00CF\u0011\u00E0")) {
            Path file = Files.write(folder.resolve("x"), (start + "rest").getBytes(StandardCharsets.ISO_8859_1));
            assertThatExceptionOfType(FileRefused.class)
                    .isThrownBy(() -> CsvLines.open(file, StandardCharsets.UTF_8))
                    .satisfies(refused -> assertThat(refused.fault()).isEqualTo(ImportFault.NOT_CSV));
        }
        Path empty = Files.write(folder.resolve("empty"), new byte[0]);
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> CsvLines.open(empty, StandardCharsets.UTF_8))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(ImportFault.EMPTY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void tellsTheEncodingWhereverAChunkEnds(String name) {
        Charset charset = Charset.forName(name);
        byte[] bytes =
                "numéro;bénéficiaire\n1;Zoé Lefèvre – œuvre €\n".repeat(2000).getBytes(charset);
        for (int size : List.of(1, 3, 1000, 8192, bytes.length)) {
            var encoding = new TextEncoding();
            for (int from = 0; from < bytes.length; from += size) {
                byte[] chunk = java.util.Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
                encoding.add(chunk, chunk.length);
            }
            assertThat(encoding.charset()).as("chunks of %d", size).isEqualTo(charset);
        }
    }

    @Test
    void aBrokenLineDoesNotChangeTheEncodingOfAllOthers() {
        var encoding = new TextEncoding();
        byte[] good = "Zoé;Éric;".repeat(50).getBytes(StandardCharsets.UTF_8);
        byte[] bad = "Zoé".getBytes(TextEncoding.WINDOWS_1252);
        encoding.add(good, good.length);
        encoding.add(bad, bad.length);
        encoding.add(good, good.length);
        assertThat(encoding.charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    private List<CsvLine> read(String text) throws Exception {
        try (var lines = open(text)) {
            return rest(lines);
        }
    }

    private static List<CsvLine> rest(CsvLines lines) throws IOException {
        List<CsvLine> all = new ArrayList<>();
        for (CsvLine line = lines.next(); line != null; line = lines.next()) {
            all.add(line);
        }
        return all;
    }

    private CsvLines open(String text) throws IOException, FileRefused {
        return CsvLines.open(Files.writeString(folder.resolve("x.csv"), text), StandardCharsets.UTF_8);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
