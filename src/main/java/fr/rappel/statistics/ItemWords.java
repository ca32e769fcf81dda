package fr.rappel.statistics;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.Channel;
import fr.rappel.callback.CompanySize;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import fr.rappel.shared.SpokenTime;
import fr.rappel.users.AccountNames;
import java.text.Collator;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What figures are sorted by, in words and in the order in which people read it. */
@Component
public class ItemWords {

    private static final Comparator<String> NONE_LAST = Comparator.comparing(Dimension.NONE::equals);

    private final ReferenceLists lists;
    private final AccountNames accounts;
    private final MessageSource messages;

    ItemWords(ReferenceLists lists, AccountNames accounts, MessageSource messages) {
        this.lists = lists;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** Every item that can be chosen, also when nothing was counted of it, then those that no longer can. */
    public List<Item> items(Dimension dimension, Map<String, Counted> counted, Locale locale) {
        Function<String, String> labels = labels(dimension, locale);
        Set<String> keys = new LinkedHashSet<>(known(dimension));
        counted.keySet().stream().sorted(order(dimension, labels, locale)).forEach(keys::add);
        return items(keys, counted, labels);
    }

    /** What a breakdown lists: what anything was counted of, and every region, because a map has no holes. */
    public List<Item> listed(Dimension dimension, Map<String, Counted> counted, Locale locale) {
        return items(dimension, counted, locale).stream()
                .filter(item -> dimension == Dimension.REGION || counted.containsKey(item.key()))
                .toList();
    }

    /** The hours of the day, midnight first. */
    public List<Item> hours(Map<String, Counted> counted, Locale locale) {
        List<String> hours = IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();
        return items(hours, counted, hour -> hour(hour, locale));
    }

    private static List<Item> items(
            Iterable<String> keys, Map<String, Counted> counted, Function<String, String> labels) {
        List<Item> items = new ArrayList<>();
        keys.forEach(key -> items.add(new Item(key, labels.apply(key), counted.getOrDefault(key, Counted.NOTHING))));
        return items;
    }

    private List<String> known(Dimension dimension) {
        return switch (dimension) {
            case TOPIC -> lists.topics().stream().map(Topic::code).toList();
            case REGION -> lists.regions().stream().map(Region::code).toList();
            case SECTOR -> lists.sectors().stream().map(Sector::code).toList();
            case SIZE -> names(CompanySize.values());
            case CHANNEL -> names(Channel.values());
            case SCORE -> List.of("5", "4", "3", "2", "1");
            default -> List.of();
        };
    }

    /** Names as a dictionary of that language has them; equal ones by what does not change. */
    private static Comparator<String> order(Dimension dimension, Function<String, String> labels, Locale locale) {
        Comparator<String> named = switch (dimension) {
            case OUTCOME -> Comparator.comparing(CallOutcome::valueOf);
            case ATTEMPT, SCORE -> Comparator.comparing(Integer::valueOf);
            case WEEK_HOUR -> Comparator.naturalOrder();
            default ->
                Comparator.comparing(labels, Collator.getInstance(locale)).thenComparing(Comparator.naturalOrder());
        };
        return NONE_LAST.thenComparing(named);
    }

    /** The words for items of a dimension, looked up once for many; what is not known is said as it is. */
    public Function<String, String> labels(Dimension dimension, Locale locale) {
        return switch (dimension) {
            case ALL -> key -> text("statistics.all", locale);
            case TOPIC -> key -> lists.topic(key).map(Topic::label).orElse(key);
            case REGION -> key -> lists.region(key).map(Region::name).orElse(key);
            case SECTOR -> key -> lists.sector(key).map(Sector::label).orElse(key);
            case SIZE -> key -> word("callback.size.", key, locale);
            case CHANNEL -> key -> word("statistics.channel.", key, locale);
            case OUTCOME -> orNone("statistics.none.outcome", key -> word("desk.outcome.", key, locale), locale);
            case AGENT -> orNobody(people(false), locale);
            case ATTEMPT -> key -> number("statistics.attempt", key, locale);
            case SCORE -> key -> number("statistics.score", key, locale);
            case WEEK_HOUR -> key -> weekHour(key, locale);
        };
    }

    /** The same for a file, which goes to other places and is read years later: people with their user names. */
    Function<String, String> labelsInFiles(Dimension dimension, Locale locale) {
        return dimension == Dimension.AGENT ? orNobody(people(true), locale) : labels(dimension, locale);
    }

    /** The names of people, and the words for what none of them did. */
    Function<String, String> orNobody(Function<String, String> people, Locale locale) {
        return orNone("statistics.none.agent", people, locale);
    }

    private Function<String, String> orNone(String none, Function<String, String> named, Locale locale) {
        return key -> key.equals(Dimension.NONE) ? text(none, locale) : named.apply(key);
    }

    /**
     * By the names that colleagues know.
     *
     * @param always whether everybody has their user name added; otherwise those who share a name
     */
    private Function<String, String> people(boolean always) {
        Map<String, String> names = accounts.byUsername();
        Map<String, Long> bearers =
                names.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return username -> {
            String name = names.getOrDefault(username, username);
            return bearers.getOrDefault(name, 0L) > (always ? 0 : 1) ? name + " (" + username + ")" : name;
        };
    }

    private static String weekHour(String key, Locale locale) {
        return key.matches("[1-7]-([01][0-9]|2[0-3])")
                ? SpokenTime.in(locale).day(DayOfWeek.of(key.charAt(0) - '0')) + ", " + hour(key.substring(2), locale)
                : key;
    }

    private static String hour(String hour, Locale locale) {
        return SpokenTime.in(locale).time(LocalTime.of(Integer.parseInt(hour), 0));
    }

    private static List<String> names(Enum<?>... values) {
        return Stream.of(values).map(Enum::name).toList();
    }

    private String word(String prefix, String key, Locale locale) {
        return String.valueOf(messages.getMessage(prefix + key, null, key, locale));
    }

    private String number(String text, String key, Locale locale) {
        return key.matches("\\d{1,9}") ? text(text, locale, Integer.valueOf(key)) : key;
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
