package fr.rappel.desk.ui;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.reference.Region;
import fr.rappel.reference.Sector;
import fr.rappel.reference.Topic;
import fr.rappel.shared.FrenchTime;
import fr.rappel.shared.Siret;
import fr.rappel.users.Account;
import fr.rappel.users.UserAccounts;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** How the console says things: states, moments, people, companies. */
@Service
class Wording {

    private final ReferenceLists lists;
    private final UserAccounts accounts;
    private final LineCalendar calendar;
    private final MessageSource messages;
    private final Clock clock;

    Wording(ReferenceLists lists, UserAccounts accounts, LineCalendar calendar, MessageSource messages, Clock clock) {
        this.lists = lists;
        this.accounts = accounts;
        this.calendar = calendar;
        this.messages = messages;
        this.clock = clock;
    }

    WorkTable.Row row(CallbackRow row, Locale locale) {
        Instant now = clock.instant();
        return new WorkTable.Row(
                row.reference(),
                "console/demandes/" + row.reference(),
                state(row, locale),
                stateKind(row),
                row.lastName() + " " + row.firstName(),
                company(row.siret()),
                topic(row.topic()),
                region(row.region()),
                waited(row.receivedAt()),
                place(row, now, locale),
                row.isOverdue(now),
                row.attempts() == 0 ? "" : String.valueOf(row.attempts()),
                row.takenBy() == null ? "" : person(row.takenBy()),
                row.status() == CallbackStatus.WAITING || row.status() == CallbackStatus.REVIEW);
    }

    String state(CallbackRow row, Locale locale) {
        if (row.status() == CallbackStatus.CLOSED && row.outcome() != null) {
            return outcome(row.outcome(), locale);
        }
        return text("desk.state." + stateKind(row), locale);
    }

    /** What a state looks like: its name in the style sheet and in the bundle. */
    String stateKind(CallbackRow row) {
        boolean planned =
                row.status() == CallbackStatus.WAITING && row.availableAt().isAfter(clock.instant());
        return planned ? "planned" : row.status().name().toLowerCase(Locale.ROOT);
    }

    String outcome(CallOutcome outcome, Locale locale) {
        return text("desk.outcome." + outcome, locale);
    }

    /** Open time since an instant, as "2 h 10". */
    String waited(Instant since) {
        Instant now = clock.instant();
        return since.isAfter(now) ? "" : FrenchTime.duration(calendar.openTimeBetween(since, now));
    }

    String moment(Instant instant) {
        return FrenchTime.relativeDayAndTime(instant, clock.instant(), calendar.zone());
    }

    String person(String username) {
        return accounts.account(username).map(Account::displayName).orElse(username);
    }

    String region(String code) {
        return lists.region(code).map(Region::name).orElse(code);
    }

    String sector(String code) {
        return lists.sector(code).map(Sector::label).orElse(code);
    }

    String topic(String code) {
        return lists.topic(code).map(Topic::label).orElse(code);
    }

    static String company(String siret) {
        return Siret.parse(siret).formatted();
    }

    String text(String key, Locale locale, @Nullable Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String place(CallbackRow row, Instant now, Locale locale) {
        return switch (row.status()) {
            case CLOSED, REVIEW -> "";
            case TAKEN -> text("desk.place.promise", locale, moment(row.dueAt()));
            case WAITING -> {
                if (row.isOverdue(now)) {
                    yield text("desk.place.overdue", locale, waited(row.dueAt()));
                }
                yield row.availableAt().isAfter(now)
                        ? text("desk.place.planned", locale, moment(row.availableAt()))
                        : text("desk.place.promise", locale, moment(row.dueAt()));
            }
        };
    }
}
