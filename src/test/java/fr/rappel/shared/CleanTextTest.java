package fr.rappel.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @ParameterizedTest
    @MethodSource("written")
    void keepsWhatIsTextAndNothingElse(String written, String clean) {
        assertThat(CleanText.clean(written)).isEqualTo(clean);
    }

    static Stream<Arguments> written() {
        return Stream.of(
                Arguments.of(null, ""),
                Arguments.of("Zoé", "Zoé"),
                Arguments.of("e\u0301", "é"),
                Arguments.of("a\u0000b\u0007c\u009Bd", "abcd"),
                Arguments.of("a\uD83Db\uDE00c", "abc"),
                Arguments.of("a\uFFFEb\uFDD0c", "abc"),
                Arguments.of("exe\u202Efdp", "exefdp"),
                Arguments.of("ad\u200Bm\u2060i\u00ADn\uFEFF", "admin"),
                Arguments.of("\u2066x\u2069\u200F", "x"),
                Arguments.of("Jean\tPaul\r\nDupont\rFils\u2028Seul", "Jean Paul Dupont Fils Seul"),
                Arguments.of("\u00A0\u3164 Durand \u2800\u3000", "Durand"),
                Arguments.of("<b>gras</b> & \"cité\"", "<b>gras</b> & \"cité\""));
    }

    @Test
    void keepsLinesWhereThereMayBeSeveral() {
        assertThat(CleanText.multiline("\r\n un\tdeux\r\n\r\ntrois\rquatre\u0085cinq\u2029six\n"))
                .isEqualTo("un\tdeux\n\ntrois\nquatre\ncinq\nsix");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D\uDC69\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "\uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
                "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08",
                "\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67\uDB40\uDC7F",
                "\u2764\uFE0F"
            })
    void keepsEmojiSequencesWhole(String emoji) {
        assertThat(CleanText.clean("a " + emoji + " b")).isEqualTo("a " + emoji + " b");
    }

    @Test
    void dropsJoinersAndTagsThatJoinNothing() {
        assertThat(CleanText.clean("ad\u200Dmin\u200D")).isEqualTo("admin");
        assertThat(CleanText.clean("\uD83D\uDC69\u200Da")).isEqualTo("\uD83D\uDC69a");
        assertThat(CleanText.clean("x\uDB40\uDC67")).isEqualTo("x");
    }

    @Test
    void limitsMarksPiledOnOneLetter() {
        assertThat(CleanText.length(CleanText.clean("z" + "\u0300\u0316".repeat(50_000) + "o")))
                .isEqualTo(1 + 8 + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "\u00A0", "\u200B\u200D", "\u3164", "\u2800", "\u0000", "\uFE0F", "\uD800"})
    void nothingVisibleIsBlank(String text) {
        assertThat(CleanText.isBlank(text)).isTrue();
        assertThat(CleanText.isBlank(text + "x")).isFalse();
    }

    @Test
    void countsCodePoints() {
        assertThat(CleanText.length("é\uD83D\uDE00\u4E2D")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    L’État, c’est « moi » !  | l etat c est moi
                    Cœur-de-Lion & Æther     | coeur de lion aether
                    STRASSE Straße           | strasse strasse
                    Łódź Bjørn               | lodz bjorn
                    İstanbul                 | istanbul
                    n° 12/3_4                | n 12 3 4
                    ...                      | ''
                    """)
    void searchesByWhatWritingsHaveInCommon(String text, String key) {
        assertThat(CleanText.key(text)).isEqualTo(key);
    }

    @Property(seed = "2026")
    void cleanTextIsCleanAlready(@ForAll("hostile") String raw) {
        String clean = CleanText.clean(raw);
        assertThat(CleanText.clean(clean)).isEqualTo(clean);
        assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
        assertThat(CleanText.multiline(CleanText.multiline(raw))).isEqualTo(CleanText.multiline(raw));
    }

    @Property(seed = "2026")
    void databasesAndPagesCanHoldCleanText(@ForAll("hostile") String raw) {
        assertThat(CleanText.multiline(raw).codePoints())
                .noneMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))
                .noneMatch(c -> Character.getType(c) == Character.SURROGATE);
    }

    @Property(seed = "2026")
    void aKeyIsItsOwnKeyAndAtMostTwiceAsLong(@ForAll("hostile") String raw) {
        String key = CleanText.key(raw);
        assertThat(CleanText.key(key)).isEqualTo(key);
        assertThat(key.length()).isLessThanOrEqualTo(2 * CleanText.clean(raw).length());
    }

    /** Letters and marks of any kind, and often the characters that this class is about. */
    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.chars().all()),
                        Tuple.of(
                                2,
                                Arbitraries.chars()
                                        .with(
                                                "\u200D\uFE0F\u202E\u0000\r\n\t \u00A0\u3164\u0301\u0316\uD83D\uDC69\uDC67\u200B"
                                                        + "\u0130\u1E9E\u1160\u1100\u1161")))
                .array(Character[].class)
                .ofMaxSize(40)
                .map(letters -> Stream.of(letters).map(String::valueOf).reduce("", String::concat));
    }
}
