package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a text what may be the number of a dossier, an invoice, a company or an establishment. */
final class MentionedNumbers {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST = 40;

    private static final String SEPARATOR = "[ \\u00a0\\u202f.-]?";

    /** Nine to fourteen digits in any grouping: a SIREN, a SIRET, or something else. */
    private static final Pattern GROUPED =
            Pattern.compile("(?<![\\p{L}\\p{N}])[0-9](?:" + SEPARATOR + "[0-9]){8,13}(?![\\p{L}\\p{N}])");

    /** Letters and digits with signs between, perhaps after a short prefix of letters: F-2026/118, DOS 00012345. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[A-Za-z]{1,5}[ -])?([A-Za-z0-9]{1,40}(?:[-/_.][A-Za-z0-9]{1,40}){0,5})");

    private MentionedNumbers() {}

    /**
     * @param key as number keys of the copy
     * @param company a SIREN or SIRET whose check digits hold
     */
    record Candidate(int start, int end, String key, boolean company) {}

    /** The candidates in their order, of those that begin together the longest first; some overlap. Bounded, and in time proportional to the text. */
    static List<Candidate> in(String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<Candidate> candidates = new ArrayList<>();
        for (Matcher grouped = GROUPED.matcher(read); grouped.find(); ) {
            String digits = NumberKey.of(grouped.group());
            boolean company =
                    Siret.check(digits).isEmpty() || Siren.check(digits).isEmpty();
            candidates.add(new Candidate(grouped.start(), grouped.end(), digits, company));
        }
        for (Matcher written = WRITTEN.matcher(read); written.find(); ) {
            candidates.add(new Candidate(written.start(), written.end(), NumberKey.of(written.group()), false));
            candidates.add(new Candidate(written.start(1), written.end(), NumberKey.of(written.group(1)), false));
        }
        Stream<Candidate> numbers = candidates.stream()
                .filter(candidate ->
                        candidate.key().length() >= 4 && candidate.key().length() <= 40)
                .filter(candidate -> candidate.key().chars().anyMatch(SearchText::isDigit))
                .distinct()
                .sorted(Comparator.comparing(Candidate::start)
                        .thenComparing(Candidate::end, Comparator.reverseOrder()));
        return numbers.limit(MOST).toList();
    }
}
