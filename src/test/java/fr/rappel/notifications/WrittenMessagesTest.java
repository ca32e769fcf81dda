package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.VisitorAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every template with names that are none: they are shown as they are and do nothing. */
class WrittenMessagesTest extends WithOutbox {

    private static final List<String> NAMES = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>",
            "</p></div></body><h1>x",
            "<!--",
            "]]>",
            "{{reference}}",
            "{{{organisation}}}",
            "{{#nom}}",
            "${7*7} #{T(java.lang.Runtime)} [[${x}]]",
            "O’Brien & fils",
            "&lt;b&gt; &amp; &#39;",
            "Zoé\r\nBcc: x@exemple.fr",
            "Zoé\u2028Bcc: x@exemple.fr",
            "Zoé\u0085x",
            "\u202Eexe.fdp",
            "👩‍👩‍👧‍👦 𝒵",
            "Z" + "\u0301".repeat(8),
            ".",
            "é".repeat(80));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPORT")
    void showsAnyNameAsText(MessageKind kind) {
        for (String name : NAMES) {
            String reference = data.request(clock.instant(), Map.of("first_name", name, "last_name", name));
            rows.add(message(reference, kind, name));
            MessageContent said = alix.get(() -> outbox.read(message(reference).id()));
            assertThat(said.subject()).as("%s: %s", kind, name).doesNotContainPattern("[\\p{Cntrl}\\u2028\\u2029]");
            var page = Jsoup.parse(said.html());
            assertThat(page.body().getAllElements().stream().map(Element::tagName))
                    .as("%s: %s", kind, name)
                    .isSubsetOf("body", "div", "h2", "p", "ul", "li", "a", "strong", "br");
            MailHtml.requireHarmless(page.body().selectFirst("div").outerHtml());
            if (kind == MessageKind.ACKNOWLEDGEMENT) {
                assertThat(said.text() + page.wholeText()).doesNotContain("\n" + name);
            } else {
                assertThat(said.text()).as("%s: %s", kind, name).contains("Bonjour " + name + " " + name + ",");
                assertThat(page.body().wholeText().replaceAll("\\s+", " "))
                        .as("%s: %s", kind, name)
                        .contains(("Bonjour " + name + " " + name + ",").replaceAll("\\s+", " "));
            }
        }
    }

    @Test
    void showsAnyNameAsTextInAReport() {
        for (String name : NAMES) {
            long report = queueReport("a@exemple.fr", name);
            MessageContent said = alix.get(() -> outbox.read(report));
            var page = Jsoup.parse(said.html());
            assertThat(page.body().getAllElements().stream().map(Element::tagName))
                    .as(name)
                    .isSubsetOf("body", "div", "p", "a", "strong", "br", "table", "thead", "tbody", "tr", "th", "td");
            MailHtml.requireHarmless(page.body().selectFirst("div").outerHtml());
            assertThat(said.text()).as(name).contains("parce que " + name + " a inscrit");
            assertThat(page.body().wholeText().replaceAll("\\s+", " "))
                    .as(name)
                    .contains(("parce que " + name + " a inscrit").replaceAll("\\s+", " "));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "REPORT")
    void saysTheSameInTextAndHtml(MessageKind kind) {
        String reference = data.request(clock.instant(), Map.of());
        rows.add(message(reference, kind, "Étienne"));
        MessageContent said = alix.get(() -> outbox.read(message(reference).id()));
        assertThat(said.subject()).isNotBlank().doesNotContain("{{");
        assertThat(said.text()).contains("01 88 13 10 00", "AKTO").doesNotContain("{{", "\n\n\n");
        assertThat(said.html())
                .contains("<html lang=\"fr\">", "<title>", "AKTO")
                .doesNotContain("{{", "src=");
        assertThat(Jsoup.parse(said.html()).select("a").eachAttr("href"))
                .allMatch(link -> link.startsWith("http://localhost:8080"));
    }

    @Test
    void tellsAWrongNumberFromNobodyThere() {
        String reference = data.request(clock.instant(), Map.of());
        rows.add(new NewMessage(
                reference,
                MessageKind.UNREACHABLE,
                "a@exemple.fr",
                clock.instant(),
                null,
                CallOutcome.WRONG_NUMBER,
                null,
                clock.instant()));
        assertThat(alix.get(() -> outbox.read(message(reference).id())).text())
                .contains("ne permet pas de vous joindre")
                .doesNotContain("plusieurs fois");
    }

    private NewMessage message(String reference, MessageKind kind, String text) {
        return new NewMessage(
                reference,
                kind,
                "a@exemple.fr",
                clock.instant(),
                clock.instant().plus(Duration.ofDays(1)),
                CallOutcome.RESOLVED,
                new VisitorAnswer(text, List.of("transmettre-un-rib")),
                clock.instant());
    }
}
