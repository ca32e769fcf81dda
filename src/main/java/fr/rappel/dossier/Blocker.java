package fr.rappel.dossier;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Why a dossier does not go on.
 *
 * @param arguments what the sentence names: a day, an invoice, a reason
 */
public record Blocker(BlockingRule rule, List<Object> arguments) {

    /** In plain words, with what is to be done. */
    public String sentence(MessageSource messages, Locale locale) {
        return Wordings.sentence(messages, locale, rule.messageKey(), arguments);
    }
}
