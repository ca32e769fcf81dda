package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds in a text what may be the number of a dossier, an invoice, a company or an establishment. */
final class MentionedNumbers {

    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST = 40;

    private static final int SHORTEST_GROUPED = 9;
    private static final int LONGEST_GROUPED = 14;
    private static final int LONGEST_SEPARATOR = 3;

    /** What people and programs put between the groups of a number: spaces of any width, dots, dashes, invisible marks. */
    private static final String BETWEEN = "[\\p{Zs}\\p{Cf}\\p{Pd}\\t.\\u2212]{1,3}";

    private static final Pattern SEPARATOR = Pattern.compile(BETWEEN);

    private static final Pattern GROUP = Pattern.compile("(?<![\\p{L}\\p{N}])[0-9]{1,14}(?![\\p{L}\\p{N}])");

    /** Letters and digits with signs between, perhaps after a short prefix of letters: F-2026/118, DOS 00012345. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:[A-Za-z]{1,5}" + BETWEEN + ")?([A-Za-z0-9]{1,40}(?:[-/_.][A-Za-z0-9]{1,40}){0,5})");

    private MentionedNumbers() {}

    /**
     * @param key as number keys of the copy
     * @param company a SIREN or SIRET whose check digits hold
     */
    record Candidate(int start, int end, String key, boolean company) {}

    /** The candidates in their order, of those that begin together the longest first; some overlap. Bounded, and in time proportional to the text. */
    static List<Candidate> in(String text) {
        String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        List<Candidate> candidates = new ArrayList<>(grouped(read));
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

    /**
     * Nine to fourteen digits in any grouping: all that stand together, and each SIREN or SIRET that begins and ends with
     * a group, whatever number stands before or after it. What has the length of a SIRET is never taken for a SIREN.
     */
    private static List<Candidate> grouped(String text) {
        List<MatchResult> groups = GROUP.matcher(text).results().toList();
        List<Candidate> candidates = new ArrayList<>();
        boolean begins = true;
        for (int first = 0; first < groups.size(); first++) {
            int start = groups.get(first).start();
            List<Candidate> found = new ArrayList<>();
            StringBuilder digits = new StringBuilder();
            for (int last = first; last < groups.size() && digits.length() < LONGEST_GROUPED; last++) {
                digits.append(text, groups.get(last).start(), groups.get(last).end());
                boolean ends = isLast(text, groups, last);
                boolean company = isCompany(digits);
                if (digits.length() == LONGEST_GROUPED) {
                    found.clear();
                }
                if (company || begins && ends && isLongEnough(digits.length())) {
                    found.add(new Candidate(start, groups.get(last).end(), digits.toString(), company));
                }
                if (ends) {
                    break;
                }
            }
            candidates.addAll(found);
            begins = isLast(text, groups, first);
        }
        return candidates;
    }

    private static boolean isLongEnough(int digits) {
        return digits >= SHORTEST_GROUPED && digits <= LONGEST_GROUPED;
    }

    private static boolean isLast(String text, List<MatchResult> groups, int group) {
        return group + 1 == groups.size()
                || !isSeparator(
                        text, groups.get(group).end(), groups.get(group + 1).start());
    }

    private static boolean isSeparator(String text, int start, int end) {
        return end - start <= LONGEST_SEPARATOR
                && SEPARATOR.matcher(text).region(start, end).matches();
    }

    private static boolean isCompany(CharSequence digits) {
        return switch (digits.length()) {
            case SHORTEST_GROUPED -> Siren.check(digits.toString()).isEmpty();
            case LONGEST_GROUPED -> Siret.check(digits.toString()).isEmpty();
            default -> false;
        };
    }
}
