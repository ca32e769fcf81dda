package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.faq.Faq;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.SpokenReference;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

/** What administrators do with templates, and what they cannot break. */
class MailTemplatesTest extends WithOutbox {

    private static final TemplateDraft SHORT =
            new TemplateDraft("Demande {{reference}}", "Close : {{reference}}.", "<p>{{reference}}</p>");

    @Autowired
    private MailTemplates templates;

    @Autowired
    private TemplateRows stored;

    @Autowired
    private SampleMessages samples;

    @Autowired
    private Faq faq;

    @Autowired
    private CurrentUser currentUser;

    @ParameterizedTest
    @EnumSource
    void everyDefaultCanBeUsed(MessageKind kind) {
        String sample = kind == MessageKind.REPORT ? "contre 1 130 (+10 %)" : "ABCD\u00A02345";
        alix.does(() -> {
            assertThat(templates.isDefault(kind)).isTrue();
            assertThat(templates.preview(kind, templates.current(kind)).text()).contains(sample);
        });
    }

    @Test
    void theTemplateOfReportsHasItsOwnNamesAndNoneOfARequest() {
        var draft = new TemplateDraft(
                "{{rapport}} {{periode}}",
                "{{#chiffres}}{{chiffre}} {{valeur}}{{/chiffres}}",
                "<p>{{inscrit_par}}</p>");
        alix.does(() -> {
            templates.save(MessageKind.REPORT, draft);
            assertThatThrownBy(() ->
                            templates.save(MessageKind.REPORT, new TemplateDraft("x", "{{reference}}", "<p>x</p>")))
                    .hasMessageEndingWith("unknownName");
        });
        long report = queueReport("a@exemple.fr", "Claire & <b>");
        MessageContent said = alix.get(() -> outbox.read(report));
        assertThat(said.subject()).isEqualTo("Rapport hebdomadaire du 23 février au 1er mars 2026");
        assertThat(said.text()).isEqualTo("Demandes reçues 12\n");
        assertThat(said.html()).contains("<p>Claire &amp; &lt;b&gt;</p>");
        alix.does(() -> templates.reset(MessageKind.REPORT));
        assertThat(alix.get(() -> templates.current(MessageKind.REPORT)))
                .isEqualTo(stored.byDefault(MessageKind.REPORT));
    }

    @Test
    void aSavedTemplateSpeaksFromTheNextMessageOn() {
        var before = queue(MessageKind.CLOSED, "a@exemple.fr");
        alix.does(() -> templates.save(MessageKind.CLOSED, SHORT));
        assertThat(alix.get(() -> outbox.read(message(before).id())).text())
                .isEqualTo("Close : " + SpokenReference.of(before) + ".\n");
        assertThat(alix.get(() -> templates.isDefault(MessageKind.CLOSED))).isFalse();
        assertThat(alix.get(() -> templates.isDefault(MessageKind.UNREACHABLE))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"ANSWER", "CLOSED", "NOT_REACHED", "UNREACHABLE"})
    void whatAnAgentWroteIsSaidWhateverTheTemplate(MessageKind kind) {
        alix.does(() -> templates.save(kind, SHORT));
        var said = alix.get(() -> outbox.read(message(answered(kind)).id()));
        assertThat(said.text())
                .startsWith("Close : ")
                .endsWith(".\n\nVotre dossier est <complet>.\nBonne journée\n\n"
                        + faq.entry("transmettre-un-rib").orElseThrow().question()
                        + "\nhttp://localhost:8080/faq/transmettre-un-rib\n");
        assertThat(said.html())
                .contains(
                        "<p>Votre dossier est &lt;complet&gt;.</p>\n<p>Bonne journée</p>",
                        "<a href=\"http://localhost:8080/faq/transmettre-un-rib\">");
        assertThat(alix.get(() -> templates.leftOut(kind, SHORT))).containsExactly("reponse", "questions");
    }

    @ParameterizedTest
    @EnumSource
    void noDefaultLeavesAnythingOut(MessageKind kind) {
        assertThat(alix.get(() -> templates.leftOut(kind, templates.current(kind))))
                .isEmpty();
        if (kind.variables().contains("reponse")) {
            assertThat(alix.get(() -> outbox.read(message(answered(kind)).id())).text())
                    .containsOnlyOnce("Votre dossier est <complet>.")
                    .containsOnlyOnce("/faq/transmettre-un-rib");
        }
    }

    @Test
    void whatIsSaidOnlySometimesIsNeverLost() {
        var draft = new TemplateDraft(
                "x",
                "{{#mauvais_numero}}{{#reponse}}{{ligne}}{{/reponse}}{{/mauvais_numero}}"
                        + "{{#questions}}{{adresse}}{{/questions}}",
                "<p>{{^reponse}}rien{{/reponse}}{{#questions}}{{question}}{{/questions}}</p>");
        alix.does(() -> templates.save(MessageKind.UNREACHABLE, draft));
        var said = alix.get(
                () -> outbox.read(message(answered(MessageKind.UNREACHABLE)).id()));
        assertThat(said.text())
                .contains("Votre dossier est <complet>.\nBonne journée")
                .containsOnlyOnce("/faq/");
        assertThat(said.html())
                .contains("<p>Votre dossier est &lt;complet&gt;.</p>")
                .doesNotContain("/faq/");
        assertThat(alix.get(() -> templates.leftOut(MessageKind.UNREACHABLE, draft)))
                .containsExactly("reponse");
    }

    @Test
    void aTemplateThatCannotBeReadLeavesNothingOut() {
        assertThat(alix.get(() -> templates.leftOut(MessageKind.CLOSED, new TemplateDraft("x", "{{#x}}", "x"))))
                .isEmpty();
    }

    @Test
    void everySavingIsAVersionAndAResetToo() {
        alix.does(() -> {
            templates.save(MessageKind.CLOSED, SHORT);
            templates.save(MessageKind.CLOSED, new TemplateDraft("Autre", "Autre", "<p>Autre</p>"));
            templates.reset(MessageKind.CLOSED);
            assertThat(templates.history(MessageKind.CLOSED))
                    .extracting(TemplateVersion::number)
                    .containsExactly(3, 2, 1);
            assertThat(templates.history(MessageKind.CLOSED).getFirst().draft()).isNull();
            assertThat(templates.history(MessageKind.CLOSED).getLast().draft()).isEqualTo(SHORT);
            assertThat(templates.isDefault(MessageKind.CLOSED)).isTrue();
            assertThat(templates.current(MessageKind.CLOSED)).isEqualTo(stored.byDefault(MessageKind.CLOSED));
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{nom}} | x | <p>x</p> | unknownName",
                "x | {{^suivi}}{{inconnu}}{{/suivi}} | <p>x</p> | unknownName",
                "x | {{ligne}} | <p>x</p> | unknownName",
                "x | {{reference.length}} | <p>x</p> | unknownName",
                "x | {{#suivi}} | <p>x</p> | syntax",
                "x | {{reference | <p>x</p> | syntax",
                "x | {{> autre}} | <p>x</p> | include",
                "x | x | <img src=x> | element",
                "x | x | {{#suivi}}<script>x</script>{{/suivi}} | element",
                "x | x | {{^suivi}}<p onclick=x>x</p>{{/suivi}} | attribute",
                "'' | x | <p>x</p> | empty",
                "x | ' ' | <p>x</p> | empty"
            })
    void refusesWhatCouldFailAndSaysWhy(String subject, String text, String html, String reason) {
        var draft = new TemplateDraft(subject, text, html);
        assertThatExceptionOfType(TemplateRefused.class)
                .isThrownBy(() -> alix.does(() -> templates.save(MessageKind.ACKNOWLEDGEMENT, draft)))
                .satisfies(refused ->
                        assertThat(refused.getMessage()).isEqualTo("notifications.TemplateRefused." + reason));
        assertThat(data.count("mail_template")).isZero();
    }

    @Test
    void refusesWhatIsTooLong() {
        var draft = new TemplateDraft("x", "x".repeat(TemplateDraft.TEXT_MAX + 1), "<p>x</p>");
        assertThatThrownBy(() -> alix.does(() -> templates.save(MessageKind.CLOSED, draft)))
                .hasMessageEndingWith("tooLong");
    }

    @Test
    void aStoredTemplateThatFailsLosesNoMessage() {
        jdbc.sql("""
                        insert into mail_template (kind, number, subject, body_text, body_html, saved_by, saved_at)
                        values ('CLOSED', 1, '{{disparu}}', 'x', 'x', 'alix', current_timestamp)""").update();
        var reference = queue(MessageKind.CLOSED, "a@exemple.fr");
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text()).contains("est close");
    }

    @Test
    void sendsATrialToWhoeverAsks() throws Exception {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            var trying = with(new MailServer(smtp(server.getSmtp().getPort())));
            trying.sendTest(MessageKind.CLOSED, SHORT, "alix@exemple.fr");
            assertThat(server.getReceivedMessages())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.getSubject()).isEqualTo("Demande ABCD\u00A02345"));
            assertThatThrownBy(() -> trying.sendTest(MessageKind.CLOSED, SHORT, "alix@exemple.fr\r\nBcc: x@exemple.fr"))
                    .hasMessageEndingWith("TestRefused.address");
        } finally {
            server.stop();
        }
        assertThat(data.count("mail_message")).isZero();
    }

    @Test
    void saysWhyATrialWasNotSent() {
        assertThatThrownBy(() -> with(new MailServer((JavaMailSender) null))
                        .sendTest(MessageKind.CLOSED, SHORT, "alix@exemple.fr"))
                .hasMessageEndingWith("noServer");
        assertThatThrownBy(() -> with(new MailServer(smtp(1))).sendTest(MessageKind.CLOSED, SHORT, "alix@exemple.fr"))
                .isInstanceOf(TestRefused.class);
    }

    /** A message of that kind with an answer; the request's reference. */
    private String answered(MessageKind kind) {
        var reference = data.request(clock.instant(), Map.of());
        rows.add(new NewMessage(
                reference,
                kind,
                "a@exemple.fr",
                clock.instant(),
                clock.instant(),
                CallOutcome.RESOLVED,
                new VisitorAnswer("Votre dossier est <complet>.\nBonne journée", List.of("transmettre-un-rib")),
                clock.instant()));
        return reference;
    }

    private MailTemplates with(MailServer server) {
        return new MailTemplates(stored, samples, server, letter(rules()), currentUser, clock);
    }
}
