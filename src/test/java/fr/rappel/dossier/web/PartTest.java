package fr.rappel.dossier.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 10",
        "bytes=3-5, 3, 3",
        "bytes=3-99, 3, 7",
        "bytes=9-, 9, 1",
        "bytes=-4, 6, 4",
        "bytes=-99, 0, 10"
    })
    void namesOnePart(String header, long from, long length) {
        assertThat(Part.of(header, 10)).hasValue(new Part(from, length, 10, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=99-100", "bytes=-0"})
    void beginsAfterTheEnd(String header) {
        assertThat(Part.of(header, 10)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "bytes", "bytes=", "bytes=x-y", "bytes=5-3", "bytes=--1", "lines=1-2", "bytes=0-1,4-5"})
    void whatIsNotOnePartIsTheWhole(String header) {
        assertThat(Part.of(header, 10)).hasValue(new Part(0, 10, 10, false));
    }

    @Test
    void aHundredRangesAreNotAHundredAnswers() {
        assertThat(Part.of("bytes=" + "0-,".repeat(100_000) + "0-", 10)).hasValue(Part.whole(10));
    }

    @Test
    void nothingHasNoPart() {
        assertThat(Part.of("bytes=0-", 0)).isEmpty();
        assertThat(Part.of(null, 0)).hasValue(Part.whole(0));
    }
}
