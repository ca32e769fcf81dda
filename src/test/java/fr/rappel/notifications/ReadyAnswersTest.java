package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.shared.Refusal;
import fr.rappel.shared.SpokenReference;
import fr.rappel.testing.Person;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/** Answers kept ready: what supervisors may keep, and what a request makes of it. */
class ReadyAnswersTest extends WithOutbox {

    private final Person amelie = Person.agent("amelie");
    private final Person claire = Person.supervisor("claire");

    @Autowired
    private ReadyAnswers ready;

    @Autowired
    private ReadyAnswerRows stored;

    @Autowired
    private ReadyAnswerSeed seed;

    @Autowired
    private ReferenceLists lists;

    @BeforeEach
    void noneIsReady() {
        jdbc.sql("delete from mail_ready_answer").update();
    }

    @Test
    void startsWithAnswersThatCanBeSentAndKeepsThemGoneOnceRemoved() {
        seed.afterSingletonsInstantiated();
        var all = claire.get(ready::all);
        assertThat(all).hasSizeGreaterThanOrEqualTo(5).allSatisfy(answer -> {
            assertThat(answer.changedBy()).isNull();
            claire.does(() -> ready.preview(answer.content()));
        });
        assertThat(all).anyMatch(answer -> answer.content().isMacro());
        assertThat(lists.topics())
                .filteredOn(topic -> all.stream()
                        .anyMatch(answer -> topic.code().equals(answer.content().topic())))
                .isNotEmpty();
        all.forEach(answer -> claire.does(() -> ready.remove(answer.id(), answer.version())));
        seed.afterSingletonsInstantiated();
        assertThat(claire.get(ready::all)).isEmpty();
        assertThat(jdbc.sql("select distinct changed_by from mail_ready_answer where removed")
                        .query(String.class)
                        .list())
                .containsExactly("claire");
    }

    @Test
    void fillsInTheValuesOfTheRequest() {
        var reference = data.request(clock.instant(), Map.of("first_name", "Zoé {{nom}}", "last_name", "<b>Né</b>"));
        var answer = amelie.get(() ->
                ready.filled(text("{{prenom}} {{nom}}, demande {{reference}} : {{telephone}}\n{{suivi}}"), reference));
        assertThat(answer.text())
                .startsWith("Zoé {{nom}} <b>Né</b>, demande " + SpokenReference.of(reference) + " : 01 88 13 10 00")
                .containsPattern("\\nhttp://localhost:8080/suivi/\\S+$");
        assertThatThrownBy(() -> amelie.does(() -> ready.filled(text("x"), "AAAAAAAA")))
                .isInstanceOf(MessageNotFound.class);
    }

    @Test
    void offersAnAgentThoseOfTheTopicInTheSupervisorsOrder() {
        keep(draft("Pour tous", null, "x"));
        keep(draft("Compte", "CREATION_COMPTE", "x"));
        keep(draft("Dépôt", "DEPOT_DEMANDE", "x"));
        assertThat(titles("DEPOT_DEMANDE")).containsExactly("Pour tous", "Dépôt");
        move("Dépôt", -2);
        assertThat(titles("DEPOT_DEMANDE")).containsExactly("Dépôt", "Pour tous");
        move("Dépôt", -1);
        move("Compte", 1);
        move("Dépôt", 1);
        assertThat(claire.get(ready::all))
                .extracting(answer -> answer.content().title())
                .containsExactly("Pour tous", "Dépôt", "Compte");
    }

    @Test
    void saysWhoChangedItLastAndLetsNobodyOverwrite() {
        keep(draft("Titre", null, "Avant"));
        var read = claire.get(ready::all).getFirst();
        clock.advance(Duration.ofMinutes(1));
        alix.does(() -> ready.change(read.id(), read.version(), draft("Titre", null, "Après")));
        var now = claire.get(ready::all).getFirst();
        assertThat(now.changedBy()).isEqualTo("alix");
        assertThat(now.changedAt()).isEqualTo(clock.instant());
        assertThat(now.content().text()).isEqualTo("Après");
        for (Runnable late : List.<Runnable>of(
                () -> ready.change(read.id(), read.version(), draft("Titre", null, "Perdu")),
                () -> ready.remove(read.id(), read.version()))) {
            assertThatThrownBy(() -> claire.does(late)).hasMessageEndingWith("moved");
        }
        assertThat(claire.get(ready::all)).containsExactly(now);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{inconnu}} | unknownName",
                "{{prenom.length}} | unknownName",
                "{{ligne}} | unknownName",
                "{{reponse}} | unknownName",
                "{{#suivi}}{{inconnu}}{{/suivi}} | unknownName",
                "{{#suivi}} | syntax",
                "{{prenom | syntax",
                "{{> autre}} | include"
            })
    void refusesWhatCouldNotBeFilled(String text, String reason) {
        var draft = draft("Titre", null, text);
        assertRefused(draft, "TemplateRefused." + reason);
        assertThatThrownBy(() -> claire.does(() -> ready.preview(draft))).isInstanceOf(TemplateRefused.class);
    }

    @Test
    void refusesWhatIsNotComplete() {
        assertRefused(draft(" \u200B", null, "x"), "ReadyAnswerRefused.empty");
        assertRefused(draft("x", null, "\u00A0\u0000"), "ReadyAnswerRefused.empty");
        assertRefused(draft("x".repeat(ReadyAnswerDraft.TITLE_MAX + 1), null, "x"), "ReadyAnswerRefused.tooLong");
        assertRefused(draft("x", null, "x".repeat(VisitorAnswer.TEXT_MAX + 1)), "ReadyAnswerRefused.tooLong");
        assertRefused(
                macro(CallOutcome.RESOLVED, "x".repeat(OutcomeReport.NOTE_MAX + 1)), "ReadyAnswerRefused.tooLong");
        assertRefused(draft("x", "INCONNU", "x"), "ReadyAnswerRefused.topic");
        assertRefused(macro(null, "Note seule"), "ReadyAnswerRefused.noteAlone");
        assertRefused(asking(List.of("inconnue")), "ReadyAnswerRefused.questions");
        assertRefused(asking(Collections.nCopies(6, "transmettre-un-rib")), "OutcomeRefused.answerQuestions");
    }

    @ParameterizedTest
    @EnumSource
    void aMacroRecordsWhatNeedsNothingElse(CallOutcome outcome) {
        switch (outcome) {
            case RESOLVED, INFORMED, NO_ANSWER, MESSAGE_LEFT, BUSY, WRONG_NUMBER, OUT_OF_SCOPE -> {
                var said = claire.get(() -> ready.preview(macro(outcome, "Note interne")));
                assertThat(said.text()).contains("\nRéponse\n").doesNotContain("Note interne");
                keep(macro(outcome, "Note interne"));
            }
            case CALL_LATER, DUPLICATE, SPAM, CANCELLED, SOLVED, UNREACHABLE, INTERRUPTED ->
                assertRefused(macro(outcome, ""), "ReadyAnswerRefused.outcome");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "${7*7} #{T(x)}", "\"><svg onload=x>", "'; drop table x;--"})
    void keepsAnyTextAsText(String hostile) {
        keep(draft(hostile, null, hostile));
        var kept = claire.get(ready::all).getFirst().content();
        assertThat(kept.title()).isEqualTo(hostile);
        var said = claire.get(() -> ready.preview(kept));
        assertThat(said.text()).contains(hostile);
        assertThat(Jsoup.parse(said.html()).select("script, svg")).isEmpty();
    }

    @Test
    void cleansWhatIsNoText() {
        keep(draft("Titre\r\nBcc: x", null, "a\u0000b\u202Ec\r\nd"));
        var kept = claire.get(ready::all).getFirst().content();
        assertThat(kept.title()).isEqualTo("Titre Bcc: x");
        assertThat(kept.text()).isEqualTo("abc\nd");
    }

    @Test
    void thereIsAnEnd() {
        for (int i = 0; i < ReadyAnswers.MOST; i++) {
            stored.add(draft("Titre " + i, null, "x"), "claire", clock.instant());
        }
        assertRefused(draft("Une de trop", null, "x"), "ReadyAnswerRefused.tooMany");
    }

    @Test
    void agentsReadThemAndChangeNothing() {
        keep(draft("Titre", null, "x"));
        assertThat(titles("AUTRE")).containsExactly("Titre");
        for (Runnable change : List.<Runnable>of(
                ready::all,
                () -> ready.add(draft("x", null, "x")),
                () -> ready.change(1, 0, draft("x", null, "x")),
                () -> ready.remove(1, 0),
                () -> ready.move(1, 1),
                () -> ready.preview(draft("x", null, "x")))) {
            assertThatThrownBy(() -> amelie.does(change)).isInstanceOf(AccessDeniedException.class);
        }
        assertThatThrownBy(() -> Person.visitor().does(() -> ready.of("AUTRE")))
                .isInstanceOf(AccessDeniedException.class);
    }

    private void assertRefused(ReadyAnswerDraft draft, String reason) {
        var before = data.count("mail_ready_answer");
        assertThatThrownBy(() -> keep(draft)).isInstanceOf(Refusal.class).hasMessageEndingWith(reason);
        assertThat(data.count("mail_ready_answer")).isEqualTo(before);
    }

    private void keep(ReadyAnswerDraft draft) {
        claire.does(() -> ready.add(draft));
    }

    private void move(String title, int places) {
        claire.does(() -> ready.all().stream()
                .filter(answer -> answer.content().title().equals(title))
                .forEach(answer -> ready.move(answer.id(), places)));
    }

    private List<String> titles(String topic) {
        return amelie.get(() -> ready.of(topic)).stream()
                .map(answer -> answer.content().title())
                .toList();
    }

    private static ReadyAnswerDraft text(String text) {
        return draft("Titre", null, text);
    }

    private static ReadyAnswerDraft draft(String title, @Nullable String topic, String text) {
        return new ReadyAnswerDraft(title, topic, text, null, "", List.of());
    }

    private static ReadyAnswerDraft macro(@Nullable CallOutcome outcome, String note) {
        return new ReadyAnswerDraft("Macro", null, "Réponse", outcome, note, List.of());
    }

    private static ReadyAnswerDraft asking(List<String> questions) {
        return new ReadyAnswerDraft("Titre", null, "x", null, "", questions);
    }
}
