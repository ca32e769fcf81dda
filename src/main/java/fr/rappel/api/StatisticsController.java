package fr.rappel.api;

import fr.rappel.shared.Roles;
import fr.rappel.statistics.Counted;
import fr.rappel.statistics.Dimension;
import fr.rappel.statistics.Item;
import fr.rappel.statistics.ItemWords;
import fr.rappel.statistics.Measure;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import fr.rappel.statistics.Statistics;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/statistics")
@RolesAllowed(Roles.SUPERVISOR)
@Tag(name = "Supervisors")
@SecurityRequirement(name = OpenApiDescription.BASIC)
class StatisticsController {

    private final Statistics statistics;
    private final ItemWords words;

    StatisticsController(Statistics statistics, ItemWords words) {
        this.statistics = statistics;
        this.words = words;
    }

    @GetMapping
    @Operation(
            summary = "Requests received in a period of whole days; by outcome, requests closed",
            description = "`by` is one of topic, region, sector, size, outcome, day, hour. Both dates are included.")
    Figures count(
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam String by,
            Locale locale) {
        Period period = new Period(from, to);
        List<Figure> items = switch (by) {
            case "topic" -> items(period, Dimension.TOPIC, locale);
            case "region" -> items(period, Dimension.REGION, locale);
            case "sector" -> items(period, Dimension.SECTOR, locale);
            case "size" -> items(period, Dimension.SIZE, locale);
            case "outcome" -> outcomes(period, locale);
            case "day" -> days(period, locale);
            case "hour" -> hours(period, locale);
            default -> throw new UnknownGrouping();
        };
        return new Figures(from, to, items.stream().mapToLong(Figure::count).sum(), items);
    }

    private List<Figure> items(Period period, Dimension dimension, Locale locale) {
        return words.items(dimension, report(period, dimension).by(dimension), locale).stream()
                .map(StatisticsController::received)
                .toList();
    }

    /** Only closings have an outcome that lasts; those of calls in vain are left out. */
    private List<Figure> outcomes(Period period, Locale locale) {
        return words.items(Dimension.OUTCOME, report(period, Dimension.OUTCOME).by(Dimension.OUTCOME), locale).stream()
                .filter(item -> item.counted().events(Measure.CLOSED) > 0)
                .map(item -> new Figure(item.key(), item.label(), item.counted().events(Measure.CLOSED)))
                .toList();
    }

    private List<Figure> hours(Period period, Locale locale) {
        return words.hours(report(period, Dimension.WEEK_HOUR).byHour(), locale).stream()
                .map(StatisticsController::received)
                .toList();
    }

    private List<Figure> days(Period period, Locale locale) {
        DateTimeFormatter full =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        return report(period, Dimension.ALL).days().stream()
                .map(day -> new Figure(day.date().toString(), full.format(day.date()), received(day.counted())))
                .toList();
    }

    private Report report(Period period, Dimension dimension) {
        return statistics.report(period, Set.of(dimension));
    }

    private static Figure received(Item item) {
        return new Figure(item.key(), item.label(), received(item.counted()));
    }

    private static long received(Counted counted) {
        return counted.events(Measure.RECEIVED);
    }

    record Figures(LocalDate from, LocalDate to, long total, List<Figure> items) {}

    record Figure(String key, String label, long count) {}
}
