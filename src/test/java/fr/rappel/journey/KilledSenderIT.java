package fr.rappel.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} while five hundred mails are being sent: none is lost, and only those on their way come twice. */
class KilledSenderIT {

    private static final int MAILS = 500;
    private static final int CONNECTIONS = 4;
    private static final int[] KILL_AFTER = {120, 300};

    @TempDir
    Path folder;

    private GreenMail sink;

    @BeforeEach
    void startSink() {
        sink = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        sink.start();
    }

    @AfterEach
    void stopSink() {
        sink.stop();
    }

    @Test
    void losesNothingAndRepeatsOnlyWhatWasOnItsWay(TestReporter reporter) throws Exception {
        try (var application = RunningApplication.start(
                folder,
                "--spring.profiles.active=production",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=" + sink.getSmtp().getPort(),
                "--rappel.mail.from=contact@exemple.fr",
                "--rappel.mail.send-limit=2s",
                "--rappel.mail.lease=5s",
                "--rappel.mail.batch=60",
                "--rappel.intake.per-address-per-hour=100000")) {
            submit(application);
            for (int enough : KILL_AFTER) {
                await().pollInterval(Duration.ofMillis(5))
                        .atMost(Duration.ofMinutes(3))
                        .until(() -> sink.getReceivedMessages().length >= enough);
                application.kill();
                assertThat(recipients()).as("killed in the middle").hasSizeLessThan(MAILS);
                application.start();
            }
            await().atMost(Duration.ofMinutes(3)).until(() -> recipients().size() == MAILS);
        }
        int received = sink.getReceivedMessages().length;
        long messages = Stream.of(sink.getReceivedMessages())
                .map(KilledSenderIT::messageId)
                .distinct()
                .count();
        reporter.publishEntry("mails sent twice", String.valueOf(received - MAILS));
        assertThat(messages)
                .as("a mail that comes again has the same Message-ID")
                .isEqualTo(MAILS);
        assertThat(received - MAILS).as("twice").isBetween(0, CONNECTIONS * KILL_AFTER.length);
    }

    private void submit(RunningApplication application) throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> submissions = IntStream.range(0, MAILS)
                    .mapToObj(i -> (Callable<Integer>) () -> submit(application, i))
                    .toList();
            for (var answer : clients.invokeAll(submissions)) {
                assertThat(answer.get()).isEqualTo(201);
            }
        }
    }

    private static int submit(RunningApplication application, int number) throws IOException, InterruptedException {
        String said = Submissions.valid("Client").replace("zoe@exemple.fr", "zoe" + number + "@exemple.fr");
        return application.post("/api/v1/callback-requests", said).statusCode();
    }

    private List<String> recipients() {
        return Stream.of(sink.getReceivedMessages())
                .map(KilledSenderIT::recipient)
                .distinct()
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
