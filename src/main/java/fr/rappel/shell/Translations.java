package fr.rappel.shell;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives Vaadin the same bundles as everything else: French first, English second. */
@Component
class Translations implements I18NProvider {

    static final List<Locale> LOCALES = List.of(Locale.FRENCH, Locale.ENGLISH);

    private final MessageSource messages;

    Translations(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public List<Locale> getProvidedLocales() {
        return LOCALES;
    }

    @Override
    public String getTranslation(String key, Locale locale, Object... params) {
        return messages.getMessage(key, params, locale);
    }
}
