package fr.rappel.desk.ui;

import fr.rappel.callback.AlreadyTaken;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.callback.NotHolder;
import fr.rappel.callback.TimelineEntry;
import fr.rappel.callback.Unavailability;
import fr.rappel.dossier.Blocker;
import fr.rappel.dossier.DocumentKind;
import fr.rappel.dossier.Euros;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import fr.rappel.shared.SpokenTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the console says things to one reader at one moment: states, moments, people, companies.
 *
 * @param names display names by user name
 */
record Wording(Vocabulary vocabulary, Locale locale, Map<String, String> names, Instant now) {

    WorkTable.Row row(CallbackRow row) {
        return new WorkTable.Row(
                row.reference(),
                "console/demandes/" + row.reference(),
                state(row),
                stateKind(row),
                row.lastName() + " " + row.firstName(),
                company(row.siret()),
                topic(row.topic()),
                region(row.region()),
                row.status() == CallbackStatus.CLOSED ? "" : waited(row.receivedAt()),
                place(row),
                row.isOverdue(now),
                row.attempts() == 0 ? "" : String.valueOf(row.attempts()),
                row.takenBy() == null ? "" : person(row.takenBy()),
                row.status() == CallbackStatus.WAITING || row.status() == CallbackStatus.REVIEW);
    }

    String state(CallbackRow row) {
        if (row.status() == CallbackStatus.CLOSED && row.outcome() != null) {
            return outcome(row.outcome());
        }
        return text("desk.state." + stateKind(row));
    }

    /** What a state looks like: its name in the style sheet and in the bundle. */
    String stateKind(CallbackRow row) {
        boolean planned =
                row.status() == CallbackStatus.WAITING && row.availableAt().isAfter(now);
        return planned ? "planned" : row.status().name().toLowerCase(Locale.ROOT);
    }

    String outcome(CallOutcome outcome) {
        return text("desk.outcome." + outcome);
    }

    /** Open time since an instant, as "2 h 10". */
    String waited(Instant since) {
        return since.isAfter(now)
                ? ""
                : SpokenTime.in(locale).duration(vocabulary.calendar().openTimeBetween(since, now));
    }

    String moment(Instant instant) {
        return SpokenTime.in(locale)
                .relativeDayAndTime(instant, now, vocabulary.calendar().zone());
    }

    String person(String username) {
        return names.getOrDefault(username, username);
    }

    /** Who did something: an account, the visitor, or a rule. */
    String actor(@Nullable String actor) {
        if (actor == null) {
            return text("desk.fact.rule");
        }
        return actor.equals(TimelineEntry.VISITOR) ? text("desk.fact.visitor") : person(actor);
    }

    /** When not to call. */
    String unavailability(Unavailability said) {
        SpokenTime spoken = SpokenTime.in(locale);
        String part = text("desk.part." + said.part());
        String first = spoken.date(said.firstDay());
        return said.firstDay().equals(said.lastDay())
                ? text("desk.CallerZone.unavailable.day", first, part)
                : text("desk.CallerZone.unavailable.days", first, spoken.date(said.lastDay()), part);
    }

    /** A refusal in words; people are called by their names in them. */
    String refusal(Refusal refusal) {
        return switch (refusal) {
            case AlreadyTaken taken -> text("callback.AlreadyTaken", person(taken.takenBy()));
            case NotHolder other
            when other.takenBy().isPresent() ->
                text("callback.NotHolder.somebody", person(other.takenBy().get()));
            default -> text(refusal.getDefaultMessage(), refusal.getArguments());
        };
    }

    String region(String code) {
        return vocabulary.lists().region(code).map(Region::name).orElse(code);
    }

    String sector(String code) {
        return vocabulary.lists().sector(code).map(Sector::label).orElse(code);
    }

    String topic(String code) {
        return vocabulary.lists().topic(code).map(Topic::label).orElse(code);
    }

    /** A SIRET in groups, as printed; what is none stays as it is. */
    static String company(String siret) {
        return Siret.written(siret);
    }

    static String siren(String siren) {
        return Siren.written(siren);
    }

    /**
     * @param cents amount in cents
     */
    static String amount(long cents) {
        return new Euros(cents).formatted();
    }

    /** What is known of a thing, on one line; what is empty is left out. */
    static String phrase(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }

    /** A day with its year: dossiers live for years. */
    String day(LocalDate day) {
        return SpokenTime.in(locale).dateWithYear(day);
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, vocabulary.calendar().zone());
    }

    String document(DocumentKind kind, LocalDate dated) {
        return text("desk.document", text(kind.messageKey()), day(dated));
    }

    String blocker(Blocker blocker) {
        return blocker.sentence(vocabulary.messages(), locale);
    }

    String text(String key, @Nullable Object... arguments) {
        return vocabulary.messages().getMessage(key, arguments, locale);
    }

    private String place(CallbackRow row) {
        return switch (row.status()) {
            case CLOSED, REVIEW -> text("desk.place.received", moment(row.receivedAt()));
            case TAKEN -> promise(row);
            case WAITING -> {
                if (row.isOverdue(now)) {
                    yield text("desk.place.overdue", waited(row.dueAt()));
                }
                yield row.availableAt().isAfter(now)
                        ? text("desk.place.planned", moment(row.availableAt()))
                        : promise(row);
            }
        };
    }

    private String promise(CallbackRow row) {
        ZoneId zone = vocabulary.calendar().zone();
        var due = row.dueAt().atZone(zone);
        boolean today = due.toLocalDate().equals(LocalDate.ofInstant(now, zone));
        return text("desk.place.promise", today ? SpokenTime.in(locale).time(due.toLocalTime()) : moment(row.dueAt()));
    }
}
