package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.rappel.statistics.Figure;
import fr.rappel.statistics.FigureFormat;
import fr.rappel.statistics.Period;
import fr.rappel.statistics.Report;
import fr.rappel.statistics.ReportCadence;
import fr.rappel.statistics.ReportSubscriptions;
import fr.rappel.statistics.Statistics;
import fr.rappel.statistics.Unit;
import fr.rappel.testing.Person;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.MessageSource;

/** A report on its whole way: from the facts by the two jobs to a real mail server, with the numbers of the screen. */
class ReportByMailTest extends WithOutbox {

    private static final Period WEEK = new Period(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 8));
    private static final List<Figure> TOLD = List.of(
            Figure.RECEIVED,
            Figure.CALLED,
            Figure.MEDIAN_WAIT,
            Figure.IN_TIME,
            Figure.CALLS,
            Figure.REACHED,
            Figure.CLOSED,
            Figure.BACKLOG,
            Figure.SATISFACTION);

    private final Person claire = Person.supervisor("claire");

    @Autowired
    private ReportSubscriptions subscriptions;

    @Autowired
    private Statistics statistics;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private AutowireCapableBeanFactory beans;

    @Autowired
    private MessageSource messages;

    private GreenMail server;

    @BeforeEach
    void twoWeeksOfWork() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        jdbc.sql("delete from statistics_count").update();
        jdbc.sql("delete from statistics_first_call").update();
        data.account(claire);
        life("2026-02-25T09:00:00Z", "2026-02-25T13:00:00Z", "RESOLVED");
        life("2026-02-26T09:00:00Z", "2026-02-27T09:30:00Z", "NO_ANSWER");
        life("2026-03-03T09:00:00Z", "2026-03-03T09:40:00Z", "RESOLVED");
        life("2026-03-04T09:00:00Z", "2026-03-04T10:05:00Z", "RESOLVED");
        life("2026-03-05T09:00:00Z", "2026-03-06T10:10:00Z", "NO_ANSWER");
    }

    @AfterEach
    void stopServer() {
        server.stop();
    }

    @Test
    void carriesTheNumbersOfTheScreenAsTextHtmlAndPdf() throws Exception {
        claire.does(() -> subscriptions.add("direction@exemple.fr", ReportCadence.WEEK));
        clock.setParis("2026-03-09T00:20");
        run("daily-count");
        run("report-mailing");
        MimeMessage mail = sent();
        assertThat(mail.getSubject()).isEqualTo("Rapport hebdomadaire du 2 au 8 mars 2026 – AKTO");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Multipart mixed = (Multipart) mail.getContent();
        Multipart alternatives = (Multipart) mixed.getBodyPart(0).getContent();
        String text = plain((String) alternatives.getBodyPart(0).getContent());
        String html = plain(
                Jsoup.parse((String) alternatives.getBodyPart(1).getContent()).text());
        String paper = paper(mixed.getBodyPart(1));
        Report report = report(WEEK);
        Report before = report(WEEK.before());
        var format = new FigureFormat(Locale.FRENCH);
        assertThat(report.all().events(fr.rappel.statistics.Measure.RECEIVED)).isEqualTo(3);
        assertThat(report.waits().calls()).isEqualTo(3);
        for (Figure figure : TOLD) {
            String name = plain(messages.getMessage("statistics.figure." + figure, null, Locale.FRENCH));
            String value = plain(format.value(figure, figure.of(report)));
            String then = plain(format.value(figure, figure.of(before)));
            String restsOn = figure.unit() == Unit.COUNT ? "" : " (" + sample(figure, report) + ")";
            assertThat(text).contains("- " + name + " : " + value + restsOn + ", contre " + then);
            assertThat(html).contains(name + " " + value + restsOn + " " + then);
            assertThat(paper).contains(name + " " + value + " " + then);
        }
        assertThat(text)
                .contains(
                        "AKTO du 2 au 8 mars 2026",
                        "du 23 février au 1er mars 2026",
                        "parce que Nom de claire a inscrit votre adresse le 3 mars 2026")
                .contains("http://localhost:8080/console/statistiques?du=2026-03-02&au=2026-03-08&comparer=BEFORE");
        assertThat(paper).contains("Du 2 mars 2026 au 8 mars 2026");
    }

    private String sample(Figure figure, Report report) {
        Object[] size = {figure.of(report).sample()};
        return plain(messages.getMessage("statistics.sample." + figure.rows(), size, Locale.FRENCH));
    }

    private Report report(Period period) {
        return claire.get(() -> statistics.report(period, Set.of()));
    }

    private String paper(BodyPart part) throws Exception {
        assertThat(part.getContentType()).startsWith("application/pdf");
        assertThat(part.getDisposition()).isEqualTo(Part.ATTACHMENT);
        assertThat(part.getFileName()).isEqualTo("rappel-rapport-2026-03-02-2026-03-08.pdf");
        byte[] content = part.getInputStream().readAllBytes();
        assertThat(content.length).isLessThan(100_000);
        try (var pdf = Loader.loadPDF(content)) {
            return plain(new PDFTextStripper().getText(pdf));
        }
    }

    private MimeMessage sent() {
        run(sender(server.getSmtp().getPort(), rules()));
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private void run(String name) throws Exception {
        Job job = beans.createBean(scheduler.getJobDetail(JobKey.jobKey(name)).getJobClass());
        job.execute(mock(JobExecutionContext.class, RETURNS_DEEP_STUBS));
    }

    /** A request with one call of five minutes, closed and rated if it was of use. */
    private void life(String receivedAt, String calledAt, String outcome) {
        Instant received = Instant.parse(receivedAt);
        Instant called = Instant.parse(calledAt);
        String reference = data.request(received, Map.of());
        data.fact("RECEIVED", reference, received);
        data.fact("CALL_STARTED", reference, called);
        data.fact("CALL_ENDED", reference, called.plusSeconds(300));
        if (outcome.equals("RESOLVED")) {
            data.fact("CLOSED", reference, called.plusSeconds(300));
        }
        jdbc.sql("""
                        update callback_fact set outcome = :outcome, actor = 'amelie'
                         where outcome is null and kind in ('CALL_ENDED', 'CLOSED')""").param("outcome", outcome).update();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
    }
}
