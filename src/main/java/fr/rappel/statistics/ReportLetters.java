package fr.rappel.statistics;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.notifications.Enclosure;
import fr.rappel.notifications.ReportMail;
import fr.rappel.shared.Organisation;
import fr.rappel.shared.SpokenTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes reports as they go by mail: in French, as every mail. */
@Component
class ReportLetters {

    /** What a mail tells; the paper that goes with it has every figure and its definition. */
    private static final List<Figure> MAIN = List.of(
            Figure.RECEIVED,
            Figure.CALLED,
            Figure.MEDIAN_WAIT,
            Figure.IN_TIME,
            Figure.CALLS,
            Figure.REACHED,
            Figure.CLOSED,
            Figure.BACKLOG,
            Figure.SATISFACTION);

    private static final Locale LANGUAGE = Locale.FRENCH;
    private static final SpokenTime TIME = SpokenTime.in(LANGUAGE);

    private final PeriodCount count;
    private final ReportPaper paper;
    private final ExportNames names;
    private final MessageSource messages;
    private final Organisation organisation;
    private final LineCalendar calendar;

    ReportLetters(
            PeriodCount count,
            ReportPaper paper,
            ExportNames names,
            MessageSource messages,
            Organisation organisation,
            LineCalendar calendar) {
        this.count = count;
        this.paper = paper;
        this.names = names;
        this.messages = messages;
        this.organisation = organisation;
        this.calendar = calendar;
    }

    /**
     * @throws FiguresBeingCounted if too many days wait to be counted
     */
    ReportLetter of(ReportCadence cadence, Period period) {
        ReportWords words = new ReportWords(messages, LANGUAGE);
        Report report = count.report(period, Set.of());
        Report before = count.report(period.before(), Set.of());
        return new ReportLetter(
                period.moments(calendar.zone()).to(),
                words.of("statistics.ReportCadence.report." + cadence),
                words.days(period),
                words.days(before.period()),
                MAIN.stream().map(figure -> line(words, figure, report, before)).toList(),
                organisation.address("/" + StatisticsAddress.of(period, Comparison.BEFORE)),
                paper(period));
    }

    /** A letter for one recipient. */
    ReportMail to(SubscriptionRows.Stored subscription, ReportLetter letter) {
        LocalDate addedOn = LocalDate.ofInstant(subscription.addedAt(), calendar.zone());
        return letter.to(subscription, TIME.dateWithYear(addedOn));
    }

    private static ReportMail.Line line(ReportWords words, Figure figure, Report report, Report before) {
        FigureValue value = figure.of(report);
        return new ReportMail.Line(
                words.name(figure),
                words.withSample(figure, value),
                before.isBeforeAnything()
                        ? words.of("statistics.ReportPaper.compared.none")
                        : words.compared(figure.unit(), value, figure.of(before)));
    }

    private Enclosure paper(Period period) {
        var pdf = new ByteArrayOutputStream();
        try {
            paper.write(period, Dimension.TOPIC, LANGUAGE, pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Enclosure(names.ofReport(period, LANGUAGE), ExportFormat.PDF.mediaType(), pdf.toByteArray());
    }
}
