package fr.rappel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agreements about files that no compiler reads: wording, migrations, package descriptions. */
class ConventionsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Path MESSAGES = MAIN.resolve("resources/messages");
    private static final Map<Path, String> SOURCES = read(MAIN, "java", "html", "ts", "js");
    private static final Map<Path, String> BUNDLES = read(MESSAGES, "properties");

    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\\n]*)\"");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([\\w.]+)");

    /** Text shown to people, written where only a key may stand. */
    private static final Pattern LITERAL_TEXT =
            Pattern.compile("(new (Span|Button|H[1-6]|Paragraph|NativeLabel|ListItem)\\("
                    + "|\\.set(Text|Label|Title|HelperText|Placeholder|ErrorMessage|AriaLabel|HeaderTitle|TooltipText)\\()"
                    + "\\s*\"[^\"]*\\p{L}{2,}[^\"]*\"");

    private static final Pattern SPACE_BEFORE_SIGN = Pattern.compile(" [:;!?»%]|« ");

    @Test
    void everyBundleSaysTheSameInBothLanguages() {
        french().forEach(file -> {
            Path english = MESSAGES.resolve(file.getFileName().toString().replace(".properties", "_en.properties"));
            assertThat(keys(english)).as("keys of %s", english).isEqualTo(keys(file));
        });
    }

    @Test
    void noStraightApostrophe() {
        // MessageFormat reads it as a quotation mark and drops it.
        BUNDLES.forEach((file, text) ->
                assertThat(withoutComments(text)).as(file.toString()).doesNotContain("'"));
    }

    @Test
    void frenchSignsKeepTheirWord() {
        french().forEach(file -> assertThat(withoutComments(BUNDLES.get(file))
                        .lines()
                        .filter(line -> SPACE_BEFORE_SIGN.matcher(line).find()))
                .as("%s: U+00A0 or U+202F before a double sign and inside « »", file)
                .isEmpty());
    }

    @Test
    void everyKeyIsUsed() {
        Set<String> literals = literals();
        Set<String> words = words();
        List<String> unused = allKeys().stream()
                .filter(key -> !literals.contains(key) && !words.contains(key) && !isComposed(key, literals, words))
                .toList();

        assertThat(unused).as("keys that nothing asks for").isEmpty();
    }

    @Test
    void everyKeyExists() {
        Set<String> known = allKeys();
        Pattern key = Pattern.compile("(" + modules() + ")(\\.\\w+)+");
        Stream<String> inJava = literals().stream()
                .filter(key.asMatchPredicate())
                .filter(literal -> !literal.matches(".*\\.(csv|md|txt|properties)"));
        Stream<String> inTemplates = SOURCES.values().stream()
                .flatMap(text -> TEMPLATE_KEY.matcher(text).results())
                .map(found -> found.group(1))
                .filter(found -> !found.endsWith("."));

        assertThat(Stream.concat(inJava, inTemplates)
                        .filter(asked -> !known.contains(asked))
                        .distinct())
                .as("keys that are asked for and written nowhere")
                .isEmpty();
    }

    @Test
    void screensHoldKeysNotText() {
        List<String> found = SOURCES.entrySet().stream()
                .filter(source -> source.getKey().toString().matches(".*/(ui|shell)/.*\\.java"))
                .flatMap(source -> LITERAL_TEXT
                        .matcher(source.getValue())
                        .results()
                        .map(text -> source.getKey().getFileName() + ": " + text.group()))
                .toList();

        assertThat(found).as("text that belongs into messages/").isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<Path> packages = SOURCES.keySet().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .map(Path::getParent)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(SOURCES.getOrDefault(folder.resolve("package-info.java"), ""))
                        .as("package-info of %s", folder)
                        .contains("@NullMarked"));
    }

    @Test
    void migrationsAreNumberedWithoutGap() {
        List<String> names = names(MAIN.resolve("resources/db/migration"));
        List<String> h2 = names(MAIN.resolve("resources/db/vendor/h2"));
        List<String> postgresql = names(MAIN.resolve("resources/db/vendor/postgresql"));
        List<Integer> numbers = Stream.concat(names.stream(), h2.stream())
                .map(name -> Integer.valueOf(name.replaceFirst("V(\\d{4})__\\w+\\.sql", "$1")))
                .sorted()
                .toList();

        assertThat(postgresql).as("what one vendor has, the other has").isEqualTo(h2);
        assertThat(numbers)
                .isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    }

    @Test
    void nothingIsLeftForLater() {
        String mark = "TO" + "DO";
        Stream.of(
                        SOURCES,
                        read(MAIN.resolve("resources"), "yml", "sql", "md", "css"),
                        read(Path.of("src/test"), "java"))
                .forEach(files -> files.forEach(
                        (file, text) -> assertThat(text).as(file.toString()).doesNotContain(mark)));
    }

    /** Whether the code has a literal that starts the key ("desk.state.") and, somewhere, the words that end it. */
    private static boolean isComposed(String key, Set<String> literals, Set<String> words) {
        for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
            String end = key.substring(dot + 1);
            if (literals.contains(key.substring(0, dot + 1))
                    && Stream.of(end.split("\\.")).allMatch(word -> isKnown(word, words))) {
                return true;
            }
        }
        return false;
    }

    /** A number, such as an HTTP status, or a word of the code; constants may be written in small letters. */
    private static boolean isKnown(String word, Set<String> words) {
        return word.matches("\\d+") || words.contains(word) || words.contains(word.toUpperCase(Locale.ROOT));
    }

    private static Set<String> literals() {
        return SOURCES.values().stream()
                .flatMap(text -> LITERAL.matcher(text).results())
                .map(found -> found.group(1))
                .flatMap(literal -> Stream.of(literal, literal.replaceAll("[{}]", "")))
                .collect(Collectors.toSet());
    }

    private static Set<String> words() {
        return SOURCES.values().stream()
                .flatMap(text -> WORD.matcher(text).results())
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> allKeys() {
        Set<String> all = new TreeSet<>();
        french().forEach(file -> all.addAll(keys(file)));
        return all;
    }

    private static String modules() {
        return french().map(file -> file.getFileName().toString().replace(".properties", ""))
                .collect(Collectors.joining("|"));
    }

    private static Stream<Path> french() {
        return BUNDLES.keySet().stream().filter(file -> !file.toString().endsWith("_en.properties"));
    }

    private static Set<String> keys(Path bundle) {
        assertThat(BUNDLES).containsKey(bundle);
        var properties = new Properties();
        try {
            properties.load(new StringReader(BUNDLES.get(bundle)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(properties.stringPropertyNames());
    }

    private static String withoutComments(String bundle) {
        return bundle.lines().filter(line -> !line.startsWith("#")).collect(Collectors.joining("\n"));
    }

    private static List<String> names(Path folder) {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Path, String> read(Path folder, String... endings) {
        try (var files = Files.walk(folder)) {
            Map<Path, String> found = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Stream.of(endings).anyMatch(ending -> file.toString().endsWith("." + ending))) {
                    found.put(file, Files.readString(file));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
