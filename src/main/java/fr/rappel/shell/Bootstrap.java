package fr.rappel.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * What every Vaadin page starts with: French unless {@code ?lang=en} opens the session, and a content security policy
 * whose scripts need a nonce. {@code unsafe-eval} stays because Flow's client builds functions from the expressions its
 * server sends; {@code unsafe-inline} is needed for styles only. Frames show documents of ours.
 */
@Component
class Bootstrap implements VaadinServiceInitListener {

    private static final String FORM = "/rappel";
    private static final String PLAIN_FORM = "/rappel/simple";

    /** The question whose answer leads to the form, as its address names it. */
    private static final String FROM = "depuis";

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,80}");

    private final SecureRandom random = new SecureRandom();
    private final Translations translations;

    Bootstrap(Translations translations) {
        this.translations = translations;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(opened -> {
            opened.getSession().setLocale(language(opened.getRequest()));
            opened.getSession().setErrorHandler(new FailureNotice());
        });
        event.getSource().addUIInitListener(opened -> nameConnection(opened.getUI()));
        event.getSource().setSystemMessagesProvider(info -> systemMessages(info.getLocale()));
        event.addIndexHtmlRequestListener(this::complete);
        event.addIndexHtmlRequestListener(Bootstrap::putThemeFirst);
        event.addIndexHtmlRequestListener(this::leadToPlainForm);
    }

    /** The framework adds the style sheets of views before those of all pages, which would then win against them. */
    private static void putThemeFirst(IndexHtmlResponse page) {
        Element head = page.getDocument().head();
        Element base = head.expectFirst("base");
        head.select("link[rel=stylesheet]").reversed().forEach(base::after);
    }

    /** Who has no script is led from the form to its plain sister. */
    private void leadToPlainForm(IndexHtmlResponse page) {
        if (FORM.equals(page.getVaadinRequest().getPathInfo())) {
            String from = page.getVaadinRequest().getParameter(FROM);
            String plainForm =
                    from != null && SLUG.matcher(from).matches() ? PLAIN_FORM + "?" + FROM + "=" + from : PLAIN_FORM;
            var document = page.getDocument();
            document.head()
                    .appendElement("noscript")
                    .append("<meta http-equiv=\"refresh\" content=\"0; url=" + plainForm + "\">");
            document.body()
                    .prependElement("noscript")
                    .appendElement("a")
                    .attr("href", plainForm)
                    .text(translations.getTranslation("shell.Bootstrap.plainForm", Locale.FRENCH));
        }
    }

    /** The framework's sign of a lost connection speaks English and stands outside every landmark unless it is told. */
    private static void nameConnection(UI ui) {
        String online = ui.getTranslation("shell.Connection.online");
        String lost = ui.getTranslation("shell.Connection.lost");
        ui.getPage().executeJs("""
                        const sign = window.Vaadin?.connectionIndicator;
                        if (sign) {
                          sign.onlineText = $0;
                          sign.offlineText = $1;
                          sign.reconnectingText = $1;
                          sign.setAttribute('role', 'status');
                        }""", online, lost);
    }

    /** A page whose session has ended loads anew without a word, for the form finds again what was typed. */
    private SystemMessages systemMessages(Locale locale) {
        CustomizedSystemMessages words = new CustomizedSystemMessages();
        words.setCookiesDisabledCaption(translations.getTranslation("shell.CookiesDisabled.title", locale));
        words.setCookiesDisabledMessage(translations.getTranslation("shell.CookiesDisabled.text", locale));
        words.setInternalErrorCaption(translations.getTranslation("shell.InternalError.title", locale));
        words.setInternalErrorMessage(translations.getTranslation("shell.InternalError.text", locale));
        return words;
    }

    private static Locale language(VaadinRequest request) {
        return "en".equals(request.getParameter("lang")) ? Locale.ENGLISH : Locale.FRENCH;
    }

    private void complete(IndexHtmlResponse page) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        for (Element script : page.getDocument().getElementsByTag("script")) {
            script.attr("nonce", nonce);
        }
        page.getVaadinResponse().setHeader("Cache-Control", "no-store");
        page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        page.getVaadinResponse()
                .setHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-" + nonce
                                + "'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
                                + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'; "
                                + "manifest-src 'self'");
    }
}
