package fr.rappel.shared;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The French numbering plan, metropolitan and overseas, from {@code numbering-plan.csv}: which country a number written
 * with its leading zero belongs to, and which blocks nobody can be called back at. Needed before libphonenumber, which
 * takes 0596 (Martinique), 0263 and 0269 (La Réunion, Mayotte) and 0508 (Saint-Pierre-et-Miquelon) for metropolitan
 * numbers.
 */
final class NumberingPlan {

    /** Calling code of metropolitan France. */
    static final String METROPOLITAN = "33";

    /** Overseas code that is also the prefix of its local numbers: 0508 41 23 45 is +508 41 23 45. */
    static final String SAINT_PIERRE = "508";

    private static final Map<String, Block> BLOCKS = read();
    private static final Set<String> CALLING_CODES =
            BLOCKS.values().stream().map(Block::callingCode).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST_PREFIX =
            BLOCKS.keySet().stream().mapToInt(String::length).max().orElseThrow();

    /**
     * Numbers that begin alike.
     *
     * @param prefix with the leading zero, or the calling code after a plus sign where there is no other form
     * @param territory French name of the place, as published by the regulator
     * @param fault why these numbers cannot be called back, or null if they can
     */
    record Block(
            String prefix,
            String callingCode,
            String territory,
            @Nullable PhoneFault fault) {}

    private NumberingPlan() {}

    /** The block of a number, the longest prefix wins; empty if the plan says nothing of it. */
    static Optional<Block> block(String number) {
        return IntStream.iterate(Math.min(LONGEST_PREFIX, number.length()), n -> n > 0, n -> n - 1)
                .mapToObj(length -> BLOCKS.get(number.substring(0, length)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether the calling code is that of metropolitan France or of a French territory. */
    static boolean isFrench(String callingCode) {
        return CALLING_CODES.contains(callingCode);
    }

    /** The same of a number with a leading zero, empty as well if another calling code has the numbers that begin like it. */
    static Optional<Block> block(String callingCode, String number) {
        return block(number).filter(block -> block.callingCode().equals(callingCode));
    }

    /** The French calling code that these digits begin with. */
    static Optional<String> callingCode(String digits) {
        return CALLING_CODES.stream().filter(digits::startsWith).findFirst();
    }

    private static Map<String, Block> read() {
        var blocks = new HashMap<String, Block>();
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var file = Objects.requireNonNull(NumberingPlan.class.getResourceAsStream("numbering-plan.csv"));
                var lines = format.parse(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.forEach(line ->
                    prefixes(line.get("prefix")).forEach(prefix -> blocks.put(prefix, block(prefix, line))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(blocks);
    }

    private static Block block(String prefix, CSVRecord line) {
        String fault = line.get("fault");
        return new Block(
                prefix,
                line.get("calling_code"),
                line.get("territory"),
                fault.isEmpty() ? null : PhoneFault.valueOf(fault));
    }

    /** The prefixes of a range such as 0800-0805, or the one that stands alone. */
    private static Iterable<String> prefixes(String range) {
        int dash = range.indexOf('-');
        if (dash < 0) {
            return Set.of(range);
        }
        int first = Integer.parseInt(range.substring(0, dash));
        int last = Integer.parseInt(range.substring(dash + 1));
        return IntStream.rangeClosed(first, last)
                .mapToObj(prefix -> "0" + prefix)
                .toList();
    }
}
