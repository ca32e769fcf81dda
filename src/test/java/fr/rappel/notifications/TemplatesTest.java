package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template can do, and what it cannot. */
class TemplatesTest {

    private static final Map<String, Object> VALUES = Map.of(
            "nom", "<b>É</b> & \"co\"", "vide", "", "lignes", List.of(Map.of("ligne", "a"), Map.of("ligne", "b")));

    @Test
    void fillsNamesListsAndWhatDependsOnAValue() {
        var said = fill(
                "{{nom}}", "{{#lignes}}\n- {{ligne}}\n{{/lignes}}\n{{#vide}}non{{/vide}}{{^vide}}rien{{/vide}}", "x");
        assertThat(said.subject()).isEqualTo("<b>É</b> & \"co\"");
        assertThat(said.text()).isEqualTo("- a\n- b\nrien\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{nom}}", "{{{nom}}}", "{{&nom}}", "{{=<% %>=}}<%&nom%>"})
    void escapesEveryValueInHtmlWhateverTheBraces(String template) {
        assertThat(Templates.fillBody(new TemplateDraft("x", "x", template), VALUES))
                .isEqualTo("&lt;b&gt;É&lt;/b&gt; &amp; &quot;co&quot;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{nom.length}}",
                "{{nom.class}}",
                "{{nom.getClass}}",
                "{{nom.class.name}}",
                "{{lignes.size}}",
                "{{getClass}}",
                "{{class}}",
                "{{inconnu}}",
                "{{#inconnu}}x{{/inconnu}}",
                "{{^inconnu}}x{{/inconnu}}",
                "{{> autre}}",
                "{{#nom}}",
                "{{/nom}}"
            })
    void reachesNothingElse(String template) {
        assertThatThrownBy(() -> fill("x", template, "x")).isInstanceOf(MustacheException.class);
        assertThatThrownBy(() -> Templates.check(
                        new TemplateDraft("x", template, "x"), List.of("nom", "vide", "lignes", "ligne")))
                .isInstanceOf(TemplateRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{.}}", "{{this}}", "{{-index}}", "{{#nom}}{{> x}}{{/nom}}", "{{$bloc}}x{{/bloc}}"})
    void isRefusedWithNamesThatAreNone(String template) {
        assertThatThrownBy(() -> Templates.check(new TemplateDraft("x", "x", template), List.of("nom")))
                .isInstanceOf(TemplateRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "#{T(java.lang.Runtime)}", "[[${nom}]]", "%n", "{nom}"})
    void takesOtherLanguagesForText(String template) {
        assertThat(fill("x", template, "x").text()).isEqualTo(template + "\n");
    }

    @Test
    void doesNotFillWhatAValueBrings() {
        Map<String, Object> values = Map.of("nom", "{{secret}} {{{nom}}} ${7*7}", "secret", "s");
        assertThat(Templates.fill(new TemplateDraft("{{nom}}", "{{nom}}", "{{nom}}"), "{{titre}}{{contenu}}", values)
                        .html())
                .doesNotContain("s}}s")
                .contains("{{secret}} {{{nom}}} ${7*7}");
    }

    private static MessageContent fill(String subject, String text, String html) {
        return Templates.fill(new TemplateDraft(subject, text, html), "{{titre}}|{{contenu}}", VALUES);
    }
}
