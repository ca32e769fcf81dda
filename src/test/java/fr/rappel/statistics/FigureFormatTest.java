package fr.rappel.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureFormatTest {

    private final FigureFormat format = new FigureFormat(Locale.FRENCH);

    @ParameterizedTest
    @CsvSource({
        "COUNT, 1003, 1000, PERCENT, '+0,3\u00a0%'",
        "COUNT, 9999, 10000, PERCENT, '−0,01\u00a0%'",
        "COUNT, 101, 100, PERCENT, '+1\u00a0%'",
        "COUNT, 148, 100, PERCENT, '+48\u00a0%'",
        "COUNT, 0, 4, PERCENT, '−100\u00a0%'",
        "COUNT, 1000, 1000, SAME, ''",
        "COUNT, 0, 0, ZERO, ''",
        "COUNT, 4, 0, OTHER_ONLY, ''",
        "SHARE, 0.85, 0.85, SAME, ''",
        "SHARE, 0.8701, 0.85, POINTS, '+2'",
        "SHARE, 0.8506, 0.8504, POINTS, '+0,02'",
        "SHARE, 0.1, 0, POINTS, '+10'",
        "SHARE, , 0.85, OTHER_ONLY, ''",
        "SHARE, 0.85, , NOTHING, ''",
        "MINUTES, , , NOTHING, ''",
        "MINUTES, 90.2, 89.9, SAME, ''",
        "SHARE, 0, 0, SAME, ''",
        "MINUTES, 0, 0, SAME, ''",
        "MINUTES, 120, 90, PERCENT, '+33\u00a0%'"
    })
    void saysHowFarAValueIsFromAnother(Unit unit, Double now, Double then, Change.Kind kind, String by) {
        Change change = format.change(unit, new FigureValue(now, 1), new FigureValue(then, 1));
        assertThat(change.kind()).isEqualTo(kind);
        assertThat(change.by()).isEqualTo(by);
        assertThat(change.other()).isEqualTo(format.value(unit, new FigureValue(then, 1)));
    }

    @Test
    void writesLargeChangesInGroups() {
        Change change = format.change(Unit.COUNT, FigureValue.count(25_000), FigureValue.count(10));
        assertThat(change.by()).isEqualTo("+249\u202f900\u00a0%");
    }
}
