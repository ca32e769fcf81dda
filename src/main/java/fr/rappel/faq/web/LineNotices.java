package fr.rappel.faq.web;

import fr.rappel.calendar.CalendarChanged;
import fr.rappel.calendar.DaySchedule;
import fr.rappel.calendar.LineCalendar;
import fr.rappel.calendar.LinePhrases;
import fr.rappel.calendar.OpenInterval;
import fr.rappel.calendar.Rule;
import fr.rappel.calendar.WeeklyHours;
import fr.rappel.faq.web.LineNotice.OpeningTime;
import fr.rappel.shared.SpokenTime;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Words what the calendar says, at most once a second however many pages are asked for. */
@Component
class LineNotices {

    /** How far ahead unusual hours are announced. */
    private static final int ANNOUNCED_DAYS = 14;

    private final LineCalendar calendar;
    private final LinePhrases phrases;
    private final MessageSource messages;
    private final Clock clock;

    private volatile @Nullable Worded latest;

    private record Worded(Instant second, LineNotice notice) {}

    LineNotices(LineCalendar calendar, LinePhrases phrases, MessageSource messages, Clock clock) {
        this.calendar = calendar;
        this.phrases = phrases;
        this.messages = messages;
        this.clock = clock;
    }

    LineNotice current() {
        var second = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var known = latest;
        if (known != null && known.second().equals(second)) {
            return known.notice();
        }
        var notice = word(second);
        latest = new Worded(second, notice);
        return notice;
    }

    @TransactionalEventListener(CalendarChanged.class)
    void forget() {
        latest = null;
    }

    private LineNotice word(Instant at) {
        var state = calendar.stateAt(at);
        var weekly = calendar.weeklyHours();
        var today = LocalDate.ofInstant(at, state.zone());
        return new LineNotice(
                state.open(),
                phrases.state(state, Locale.FRENCH),
                phrases.weeklyHours(weekly, Locale.FRENCH),
                calendar.days(today, today.plusDays(ANNOUNCED_DAYS)).stream()
                        .filter(day -> isUnusual(day, weekly))
                        .map(this::change)
                        .toList(),
                Stream.of(DayOfWeek.values())
                        .flatMap(day -> weekly.on(day).stream().map(interval -> openingTime(day, interval)))
                        .toList());
    }

    private static boolean isUnusual(DaySchedule day, WeeklyHours weekly) {
        return day.rule() != Rule.WEEKLY
                && !day.intervals().equals(weekly.on(day.date().getDayOfWeek()));
    }

    private String change(DaySchedule day) {
        var date = SpokenTime.in(Locale.FRENCH).date(day.date());
        var hours = phrases.intervals(day.intervals(), Locale.FRENCH);
        var reason = phrases.reason(day, Locale.FRENCH);
        var key = reason == null ? "faq.LineNotices.change" : "faq.LineNotices.changeFor";
        return messages.getMessage(key, new Object[] {date, hours, reason}, Locale.FRENCH);
    }

    private static OpeningTime openingTime(DayOfWeek day, OpenInterval interval) {
        var closes = interval.endsWithDay() ? LocalTime.of(23, 59) : interval.to();
        return new OpeningTime(
                day.getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                interval.from().toString(),
                closes.toString());
    }
}
