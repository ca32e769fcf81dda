package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in a mail is fetched or run. */
class MailHtmlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>Bonjour <strong>vous</strong>,<br>merci.</p>",
                "<h2 style=\"font-size:18px;color:#123c8c\">Horaires</h2><ul><li lang=\"en\">x</li></ul>",
                "<a href=\"https://exemple.fr/suivi?a=1&amp;b=2\">x</a><a href=\"mailto:a@exemple.fr\">y</a>",
                "<table><tbody><tr><th scope=\"row\">a</th><td>b</td></tr></tbody></table>",
                "1 < 2 & 3"
            })
    void acceptsTextAndLinks(String html) {
        assertThatCode(() -> MailHtml.requireHarmless(html)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://exemple.fr/p.gif\">",
                "<IMG SRC=x onerror=alert(1)>",
                "<script>alert(1)</script>",
                "<link rel=stylesheet href=\"https://x\">",
                "<style>p{}</style>",
                "<iframe src=\"https://x\"></iframe>",
                "<svg onload=alert(1)></svg>",
                "<form action=\"https://x\"></form>",
                "<p onclick=\"x()\">a</p>",
                "<p style=\"background:url(https://x/p.gif)\">a</p>",
                "<p style=\"background:u\\72l(https://x)\">a</p>",
                "<a href=\"javascript:alert(1)\">a</a>",
                "<a href=\" javascript:alert(1)\">a</a>",
                "<a href=\"data:text/html,x\">a</a>",
                "<a href=\"//exemple.com\">a</a>",
                "<a ping=\"https://x\" href=\"https://x\">a</a>",
                "<table background=\"https://x/p.gif\"></table>",
                "<!--[if mso]><img src=x><![endif]-->",
                "<meta http-equiv=refresh content=\"0;url=https://x\">",
                "<base href=\"https://x\">",
                "<video src=x></video>",
                "<input type=image src=x>"
            })
    void refusesWhatWouldBeFetchedOrRun(String html) {
        assertThatThrownBy(() -> MailHtml.requireHarmless(html)).isInstanceOf(TemplateRefused.class);
    }
}
