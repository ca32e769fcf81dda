package fr.rappel.statistics.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import fr.rappel.testing.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the public questions are worth, and the counters behind it. */
@ViewPackages(packages = {"fr.rappel.statistics.ui", "fr.rappel.shell"})
class FaqSectionTest extends AtStatistics {

    private static final String MARCH = "console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC";

    @BeforeEach
    void threeRequests() {
        jdbc.sql("delete from faq_count").update();
        received(TestClock.OPEN_TUESDAY.minusSeconds(60), "93");
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(1)), "93");
        received(TestClock.OPEN_TUESDAY.minus(Duration.ofDays(29)), "975");
    }

    @Test
    void saysWhatTheQuestionsAreWorth() {
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('SEARCH', '2026-03-02', '', 8), ('IN_VAIN', '2026-03-02', '', 3),
                               ('WORDS', '2026-03-02', 'piscine', 3), ('READ', '2026-03-02', 'creer-mon-compte', 12),
                               ('READ', '2026-02-27', 'creer-mon-compte', 5),
                               ('ASKED', '2026-03-02', 'creer-mon-compte', 3)""").update();
        open("console/statistiques?du=2026-03-01&au=2026-03-03&comparer=BEFORE&par=TOPIC");
        String section = $view(FaqSection.class).single().getElement().getTextRecursively();
        assertThat(section)
                .contains("37,5\u00a0%", "75\u00a0%", "12 lectures, 2 demandes reçues", "piscine")
                .contains("Demandes après une réponse30", "Lectures non suivies d’une demande75\u00a0%")
                .contains("Période comparée")
                .containsPattern("Comment créer mon compte[^?]*\\?12375\u00a0%sur\u00a012");
        open("console/statistiques?du=2026-01-01&au=2026-01-03&comparer=NONE&par=TOPIC");
        assertThat($view(FaqSection.class).single().getElement().getTextRecursively())
                .contains("Aucun texte", "Aucune réponse")
                .doesNotContain("Période comparée");
    }

    @Test
    void opensTheCountersBehindWhatTheQuestionsAreWorth() {
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('SEARCH', '2026-03-02', '', 8), ('IN_VAIN', '2026-03-02', '', 3),
                               ('WORDS', '2026-03-02', 'piscine', 3), ('WORDS', '2026-03-02', 'xylophone', 2),
                               ('READ', '2026-03-02', 'creer-mon-compte', 12), ('READ', '2026-02-27', 'autre', 5)""").update();
        String month = "console/statistiques?du=2026-03-01&au=2026-03-03&comparer=NONE&par=TOPIC";
        open(month);
        open(counters("IN_VAIN", "37,5\u00a0%"));
        assertThat(((Component) getCurrentView())).isInstanceOf(FaqRowsView.class);
        assertThat(text()).contains("Recherches sans réponse, du 1er mars 2026 au 3 mars 2026", "2 mars 20263");
        open(month);
        open(counters("READ", "83,3\u00a0%"));
        assertThat(text()).contains("Comment créer mon compte").doesNotContain("autre");
        open(month);
        open(counters("WORDS", "Voir les lignes\u00a0: Textes cherchés sans réponse"));
        assertThat(text()).contains("piscine").doesNotContain("xylophone");
    }

    @Test
    void opensTheCountersOfOneAnswerAndOfOneText() {
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('READ', '2026-03-02', 'creer-mon-compte', 12), ('READ', '2026-03-02', 'autre', 1),
                               ('ASKED', '2026-03-02', 'creer-mon-compte', 3), ('ASKED', '2026-03-03', 'autre', 2),
                               ('WORDS', '2026-03-02', 'piscine', 3), ('WORDS', '2026-03-02', 'sauna & spa', 4)""").update();
        open(MARCH);
        assertThat(section())
                .contains("autre12–plus de demandes que de lectures")
                .contains("Définitions", "Part des lectures que ne suit aucune demande");
        open(link("compte=ASKED&valeur=autre", "2").getHref());
        assertThat(text())
                .contains("Demandes après une réponse, autre, du 1er mars 2026", "3 mars 2026autre2")
                .doesNotContain("Comment créer mon compte");
        open(MARCH);
        open(link("compte=WORDS&valeur=sauna", "4").getHref());
        assertThat(text()).contains("Textes cherchés sans réponse, sauna & spa").doesNotContain("piscine");
        open(MARCH);
        Anchor requests = link("mesure=RECEIVED&par=ALL", "Voir les lignes\u00a0: Demandes reçues");
        open(requests.getHref());
        assertThat(requests()).hasSize(2);
    }

    @Test
    void saysWhyThereIsNoShareWhenMoreAskThanRead() {
        jdbc.sql("""
                        insert into faq_count (kind, counted_on, item, times)
                        values ('READ', '2026-03-02', 'creer-mon-compte', 1), ('ASKED', '2026-03-02', 'creer-mon-compte', 2)""").update();
        open(MARCH);
        assertThat(section())
                .contains("Lectures non suivies d’une demande–plus de demandes que de lectures1 lecture")
                .contains("Lectures sans demande–plus de demandes que de lectures1 lecture, 2 demandes reçues");
    }

    @Test
    void doesNotSayThatNothingWasLookedForWhenItIsForgotten() {
        open("console/statistiques?du=2024-12-01&au=2025-03-01&comparer=NONE&par=TOPIC");
        assertThat(section())
                .contains("ceux d’avant le 3 février 2025 sont oubliés", "Aucun des textes encore gardés")
                .doesNotContain("Aucun texte n’a été cherché");
        open("console/statistiques?du=2025-02-03&au=2025-03-01&comparer=NONE&par=TOPIC");
        assertThat(section()).contains("Aucun texte n’a été cherché en vain").doesNotContain("oubliés");
    }

    private String section() {
        return $view(FaqSection.class).single().getElement().getTextRecursively();
    }

    private String counters(String kind, String text) {
        return $view(Anchor.class).all().stream()
                .filter(anchor -> anchor.getHref().endsWith("compte=" + kind)
                        && anchor.getText().equals(text))
                .findFirst()
                .orElseThrow()
                .getHref();
    }
}
