package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a mail that anybody may have written. */
class ReceivedMailTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "> Votre demande est close.",
                "Le mar. 3 mars 2026 à 10:00, AKTO <contact@exemple.fr> a écrit :",
                "Le mar. 3 mars 2026 à 10:00, AKTO <contact@exemple.fr> a écrit\u00A0:",
                "On Tue, 3 Mar 2026, AKTO wrote:",
                "-----Message d'origine-----",
                "-------- Original Message --------",
                "________________________________"
            })
    void whatIsBeingAnsweredIsNotTheAnswer(String quotation) throws Exception {
        assertThat(read("Bonjour,\n\nmerci.\n\n" + quotation + " \nVotre demande")
                        .text())
                .isEqualTo("Bonjour,\n\nmerci.");
    }

    static Stream<String> longLines() {
        return Stream.of(
                "-".repeat(30_000) + "original" + "-".repeat(30_000) + "x",
                "-".repeat(60_000) + "x",
                "---" + " original".repeat(6_000) + "x",
                "--- original--".repeat(4_000) + "x",
                "_".repeat(60_000) + "x",
                "_".repeat(30_000) + " ".repeat(30_000) + "x",
                "le " + "a".repeat(60_000),
                "le " + " a écrit".repeat(6_000) + "x",
                "le x a écrit" + " ".repeat(60_000) + "x",
                "le x a écrit\n".repeat(4_000) + "x",
                "on " + " wrote".repeat(9_000) + "x");
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void noLineIsLookedAtForLong(String line) throws Exception {
        var mail = mail(line);
        var read = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> ReceivedMail.read(mail));
        assertThat(read.text()).isEqualTo(line);
    }

    private static ReceivedMail read(String text) throws Exception {
        return ReceivedMail.read(mail(text));
    }

    private static MimeMessage mail(String text) throws Exception {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("zoe@exemple.fr");
        mail.setText(text, "UTF-8");
        mail.saveChanges();
        return mail;
    }
}
