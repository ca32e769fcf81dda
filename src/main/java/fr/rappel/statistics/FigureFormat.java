package fr.rappel.statistics;

import fr.rappel.shared.SpokenTime;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, shares, durations and days as a reader of that language writes them. */
public record FigureFormat(Locale locale) {

    private static final String NOTHING = "–";

    public String value(Figure figure, FigureValue value) {
        return value(figure.unit(), value);
    }

    public String value(Unit unit, FigureValue value) {
        Double number = value.value();
        return number == null ? NOTHING : value(unit, number);
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale).format(count);
    }

    /** How far a value is from the one it is compared with. */
    public Change change(Unit unit, FigureValue value, FigureValue other) {
        String was = value(unit, other);
        if (other.value() == null) {
            return new Change(Change.Kind.NOTHING, "", was);
        }
        if (unit == Unit.COUNT && value.isZero() && other.isZero()) {
            return new Change(Change.Kind.ZERO, "", was);
        }
        if (value(unit, value).equals(was)) {
            return new Change(Change.Kind.SAME, "", was);
        }
        Double change = value.changeFrom(other, unit);
        if (change == null) {
            return new Change(Change.Kind.OTHER_ONLY, "", was);
        }
        if (unit == Unit.SHARE) {
            return new Change(Change.Kind.POINTS, signed(decimals(digits(1, change)), change), was);
        }
        NumberFormat percent = NumberFormat.getPercentInstance(locale);
        percent.setMaximumFractionDigits(digits(0, change * 100));
        return new Change(Change.Kind.PERCENT, signed(percent, change), was);
    }

    public String day(LocalDate date) {
        return SpokenTime.in(locale).dateWithYear(date);
    }

    /** A day and a time, to the minute. */
    public String moment(ZonedDateTime at) {
        SpokenTime time = SpokenTime.in(locale);
        return time.dayAndTime(day(at.toLocalDate()), time.time(at.toLocalTime()));
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLLL yyyy", locale).format(month);
    }

    public String value(Unit unit, double number) {
        return switch (unit) {
            case COUNT -> count(Math.round(number));
            case RATIO -> decimals(1).format(number);
            case SHARE -> {
                NumberFormat percent = NumberFormat.getPercentInstance(locale);
                percent.setMaximumFractionDigits(1);
                yield percent.format(number);
            }
            case MINUTES -> SpokenTime.in(locale).duration(Duration.ofMinutes(Math.round(number)));
            case SECONDS -> seconds(Math.round(number));
        };
    }

    private String seconds(long seconds) {
        return seconds < 60
                ? seconds + "\u00a0s"
                : SpokenTime.in(locale).duration(Duration.ofMinutes(Math.round(seconds / 60.0)));
    }

    private NumberFormat decimals(int digits) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(digits);
        return format;
    }

    /** So many digits after the point, and as many more as a small change needs not to read as none. */
    private static int digits(int usual, double change) {
        return Math.max(usual, (int) -Math.floor(Math.log10(Math.abs(change))));
    }

    private static String signed(NumberFormat format, double change) {
        return (change < 0 ? "−" : "+") + format.format(Math.abs(change));
    }
}
