package fr.rappel.dossier;

import fr.rappel.shared.Siret;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;

/**
 * The answer to "why can't I see my dossier?".
 *
 * @param arguments what both sentences name: SIRETs, a day, a profile
 */
public record VisibilityAnswer(VisibilityFinding finding, List<Object> arguments) {

    static VisibilityAnswer of(VisibilityFinding finding, Object... arguments) {
        return new VisibilityAnswer(finding, List.of(arguments));
    }

    /** What is found. */
    public String sentence(MessageSource messages, Locale locale) {
        return Wordings.sentence(messages, locale, finding.messageKey(), written(messages, locale));
    }

    /** The one thing to do about it. */
    public String action(MessageSource messages, Locale locale) {
        return Wordings.sentence(messages, locale, finding.actionKey(), written(messages, locale));
    }

    private List<Object> written(MessageSource messages, Locale locale) {
        Stream<Object> written = arguments.stream().map(argument -> switch (argument) {
            case Profile profile -> messages.getMessage(profile.messageKey(), null, locale);
            case String siret -> Siret.written(siret);
            default -> argument;
        });
        return written.toList();
    }
}
