package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                "Le mar. 3 mars 2026 à 10:00, AKTO, centre de contact <contact@exemple.fr> a\nécrit\u00A0:",
                "Le mar. 3 mars 2026 à 10:00, AKTO, centre de contact\n<contact@exemple.fr> a écrit :",
                "On Tue, 3 Mar 2026, AKTO wrote:",
                "On Tue, 3 Mar 2026 at 10:00, AKTO <contact@exemple.fr>\nwrote:",
                "De : AKTO <contact@exemple.fr>\nEnvoyé : mardi 3 mars 2026 10:00\nÀ : Zoé",
                "*De\u00A0:* AKTO\n*Envoyé\u00A0:* mardi 3 mars 2026 10:00",
                "From: AKTO <contact@exemple.fr>\nSent: Tuesday, March 3, 2026 10:00 AM",
                "-----Message d'origine-----",
                "-------- Original Message --------",
                "________________________________"
            })
    void whatIsBeingAnsweredIsNotTheAnswer(String quotation) throws Exception {
        assertThat(read("Bonjour,\n\nmerci.\n\n" + quotation + " \nVotre demande")
                        .text())
                .isEqualTo("Bonjour,\n\nmerci.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Le dossier est bloqué.\nMon comptable a écrit :\nil manque une pièce.",
                "De : 9 h à 12 h\nje suis là.",
                "Le conseiller m’avait dit demain."
            })
    void whatTheVisitorWroteStays(String text) throws Exception {
        assertThat(read(text).text()).isEqualTo(text);
    }

    @Test
    void readsHtmlAloneAsLines() throws Exception {
        var read = received("text/html; charset=UTF-8", """
                <html><head><style>p {color: red}</style></head><body><div class="WordSection1">
                <p class="MsoNormal">Bonjour,</p><p class="MsoNormal">Le\u00A0second
                   dossier &lt;b&gt; manque.<br>Merci</p>
                <div><div><p class="MsoNormal"><b>De\u00A0:</b> AKTO &lt;contact@exemple.fr&gt;<br>
                <b>Envoyé\u00A0:</b> mardi 3 mars 2026 10:00<br><b>Objet\u00A0:</b> Votre demande</p></div></div>
                <p class="MsoNormal">Votre demande est close.</p></div></body></html>""");
        assertThat(read.text()).isEqualTo("Bonjour,\nLe second dossier <b> manque.\nMerci");
        assertThat(read.needsPeople()).isFalse();
    }

    @Test
    void namesTheFilesAndReadsTheTextBesideThem() throws Exception {
        var read = received("multipart/mixed; boundary=m", """
                --m
                Content-Type: multipart/alternative; boundary=a

                --a
                Content-Type: text/plain; charset=UTF-8

                Voici le contrat.
                --a
                Content-Type: text/html; charset=UTF-8

                <p>Voici le contrat.</p>
                --a--
                --m
                Content-Type: application/pdf; name="=?UTF-8?Q?contrat_sign=C3=A9.pdf?="
                Content-Disposition: attachment; filename="=?UTF-8?Q?contrat_sign=C3=A9.pdf?="
                Content-Transfer-Encoding: base64

                JVBERi0=
                --m
                Content-Type: text/plain; charset=UTF-8
                Content-Disposition: attachment; filename*=UTF-8''notes%20d%27appel.txt

                Ne pas lire.
                --m
                Content-Type: message/rfc822

                Subject: Transmis

                Un autre mail.
                --m--
                """);
        assertThat(read.text()).isEqualTo("Voici le contrat.");
        assertThat(read.files()).containsExactly("contrat signé.pdf", "notes d'appel.txt", "");
        assertThat(read.needsPeople()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"40, 0", "40000, 1"})
    void takesASmallPictureInTheTextForTheOrnamentOfASignature(int size, int files) throws Exception {
        var read = received("multipart/related; boundary=r", """
                --r
                Content-Type: text/html; charset=UTF-8

                <p>Bonjour</p><img src="cid:logo">
                --r
                Content-Type: image/png; name="image001.png"
                Content-ID: <logo>

                %s
                --r
                Content-Type: application/pgp-signature; name="signature.asc"

                x
                --r--
                """.formatted("x".repeat(size)));
        assertThat(read.text()).isEqualTo("Bonjour");
        assertThat(read.files()).hasSize(files);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: MAILER-DAEMON@exemple.fr\r\nX-A: b",
                "From: Courrier <postier@exemple.fr>\r\nReturn-Path: <>",
                "From: Mailer-Daemon@exemple.fr\r\nIn-Reply-To: <1@exemple.fr>"
            })
    void knowsAReturnedMailWithoutReport(String headers) throws Exception {
        for (String code : List.of("550 5.1.1 User unknown", "Status 5.7.1 refused", "SMTP error 554: no", "550-no")) {
            var read = raw(headers + "\r\nSubject: failure\r\nContent-Type: text/plain\r\n\r\n"
                    + "Your mail to <zoe@exemple.fr> could not be delivered:\r\n" + code
                    + (headers.contains("In-Reply-To")
                            ? ""
                            : "\r\n\r\n> Message-Id: <1@exemple.fr>\r\n> References: <0@exemple.fr>"));
            assertThat(read.nature()).as(code).isEqualTo(ReceivedMail.Nature.RETURNED);
            assertThat(read.mentioned()).contains("<1@exemple.fr>").doesNotContain("<0@exemple.fr>");
            assertThat(read.text()).isEqualTo(code);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"451 4.7.1 try later", "Received from 5.135.20.1", "le 5.1.2026", "05 55 01 02 03, 5500 euros"})
    void isNoReturnWithoutARefusalForGood(String text) throws Exception {
        assertThat(raw("From: MAILER-DAEMON@exemple.fr\r\nContent-Type: text/plain\r\n\r\n" + text)
                        .nature())
                .isEqualTo(ReceivedMail.Nature.AUTOMATIC);
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
                "on " + " wrote".repeat(9_000) + "x",
                ("le 1" + "a".repeat(190) + "\n").repeat(300) + "x",
                "de :\n".repeat(12_000) + "x",
                "5.".repeat(30_000) + "x");
    }

    @ParameterizedTest
    @MethodSource("longLines")
    void noLineIsLookedAtForLong(String line) throws Exception {
        var mail = mail(line);
        var read = assertTimeoutPreemptively(Duration.ofSeconds(2), () -> ReceivedMail.read(mail));
        assertThat(read.text()).isEqualTo(line);
    }

    private static ReceivedMail received(String type, String body) throws Exception {
        return raw("From: zoe@exemple.fr\r\nMIME-Version: 1.0\r\nContent-Type: " + type + "\r\n\r\n"
                + body.replace("\n", "\r\n"));
    }

    private static ReceivedMail raw(String mail) throws Exception {
        return ReceivedMail.read(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
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
