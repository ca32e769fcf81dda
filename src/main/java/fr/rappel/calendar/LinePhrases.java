package fr.rappel.calendar;

import fr.rappel.shared.SpokenTime;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the calendar says, in words: English where the locale is English, French everywhere else. */
@Component
public class LinePhrases {

    private final MessageSource messages;

    LinePhrases(MessageSource messages) {
        this.messages = messages;
    }

    /**
     * Whether the line is open and what comes next: "Ouvert, jusqu’à 12 h 30", "Fermé (Lundi de Pâques), ouvre demain à
     * 9 h". Days are named as seen from the instant of the state; a closing more than six days ahead is not worth saying.
     */
    public String state(LineState state, Locale locale) {
        if (state.open()) {
            return state.closesAt() == null || isFarAhead(state.closesAt(), state)
                    ? word("open", locale)
                    : word("openUntil", locale, closing(state.closesAt(), state, locale));
        }
        var reason = reason(state, locale);
        var closed = reason == null ? word("closed", locale) : word("closedFor", locale, reason);
        return state.opensAt() == null
                ? closed
                : word("opens", locale, closed, opening(state.opensAt(), state, locale));
    }

    /** Why the hours are not the weekly ones: the emergency's reason, the exception's label, the holiday's name. */
    public @Nullable String reason(LineState state, Locale locale) {
        return reason(state.rule(), state.reason(), LocalDate.ofInstant(state.at(), state.zone()), locale);
    }

    /** Why the hours of the day are not the weekly ones: the exception's label, the holiday's name. */
    public @Nullable String reason(DaySchedule day, Locale locale) {
        return reason(day.rule(), day.reason(), day.date(), locale);
    }

    /** The intervals of a day: "9 h – 12 h 30 et 13 h 30 – 17 h"; "fermé" when there is none. */
    public String intervals(List<OpenInterval> intervals, Locale locale) {
        var spoken = SpokenTime.in(locale);
        var words = intervals.stream()
                .map(interval -> word("interval", locale, spoken.time(interval.from()), spoken.endTime(interval.to())))
                .toList();
        return words.isEmpty() ? word("closedDay", locale) : enumeration(words, locale);
    }

    /**
     * The hours of the week, one line for each run of weekdays with equal hours: "Du lundi au jeudi : 9 h – 12 h 30 et
     * 13 h 30 – 17 h", "Vendredi : …". Days on which the line stays closed are left out.
     */
    public List<String> weeklyHours(WeeklyHours hours, Locale locale) {
        var lines = new ArrayList<String>();
        var run = new ArrayList<DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            run.add(day);
            boolean ends = day == DayOfWeek.SUNDAY || !hours.on(day).equals(hours.on(day.plus(1)));
            if (ends && !hours.on(day).isEmpty()) {
                lines.add(word("days", locale, days(run, locale), intervals(hours.on(day), locale)));
            }
            if (ends) {
                run.clear();
            }
        }
        return lines;
    }

    private @Nullable String reason(Rule rule, @Nullable String reason, LocalDate date, Locale locale) {
        if (rule != Rule.HOLIDAY) {
            return reason;
        }
        for (var holiday : PublicHoliday.values()) {
            if (holiday.isOn(date) && holiday.frenchName().equals(reason)) {
                return messages.getMessage("calendar.PublicHoliday." + holiday.name(), null, locale);
            }
        }
        return reason;
    }

    private static boolean isFarAhead(Instant closesAt, LineState state) {
        return Duration.between(state.at(), closesAt).toDays() >= 6;
    }

    private String closing(Instant closesAt, LineState state, Locale locale) {
        // An end at midnight belongs to the day that ends: open until midnight tonight, not until tomorrow.
        var local = closesAt.atZone(state.zone());
        boolean midnight = local.toLocalTime().equals(LocalTime.MIDNIGHT);
        var day = midnight ? local.toLocalDate().minusDays(1) : local.toLocalDate();
        var spoken = SpokenTime.in(locale);
        var time = midnight ? word("midnight", locale) : spoken.time(local.toLocalTime());
        var today = LocalDate.ofInstant(state.at(), state.zone());
        return day.equals(today) ? time : spoken.dayAndTime(spoken.relativeDay(day, today), time);
    }

    private String opening(Instant opensAt, LineState state, Locale locale) {
        var local = opensAt.atZone(state.zone());
        var spoken = SpokenTime.in(locale);
        var time = spoken.time(local.toLocalTime());
        var today = LocalDate.ofInstant(state.at(), state.zone());
        return local.toLocalDate().equals(today)
                ? word("at", locale, time)
                : spoken.dayAndTime(spoken.relativeDay(local.toLocalDate(), today), time);
    }

    private String days(List<DayOfWeek> run, Locale locale) {
        var first = SpokenTime.in(locale).day(run.getFirst());
        var last = SpokenTime.in(locale).day(run.getLast());
        var words = switch (run.size()) {
            case 1 -> first;
            case 2 -> word("and", locale, first, last);
            default -> word("fromTo", locale, first, last);
        };
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String enumeration(List<String> words, Locale locale) {
        return words.size() == 1
                ? words.getFirst()
                : word("and", locale, String.join(", ", words.subList(0, words.size() - 1)), words.getLast());
    }

    private String word(String key, Locale locale, Object... arguments) {
        return messages.getMessage("calendar.LinePhrases." + key, arguments, locale);
    }
}
