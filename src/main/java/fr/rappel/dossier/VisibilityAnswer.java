package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The answer to "why can't I see my dossier?".
 *
 * @param arguments what the sentences name: SIRETs or SIRENs, a day, a profile
 * @param toAdd the rattachement that is missing; null if something else is to be done
 */
public record VisibilityAnswer(
        VisibilityFinding finding,
        List<Object> arguments,
        @Nullable LinkToAdd toAdd) {

    static VisibilityAnswer of(VisibilityFinding finding, Object... arguments) {
        return new VisibilityAnswer(finding, List.of(arguments), null);
    }

    /** The same, with the rattachement that would help. */
    VisibilityAnswer adding(LinkToAdd missing) {
        return new VisibilityAnswer(finding, arguments, missing);
    }

    /** What is found. */
    public String sentence(MessageSource messages, Locale locale) {
        return Wordings.sentence(messages, locale, finding.messageKey(), written(messages, locale));
    }

    /** The one thing to do about it. */
    public String action(MessageSource messages, Locale locale) {
        return toAdd == null
                ? Wordings.sentence(messages, locale, finding.actionKey(), written(messages, locale))
                : toAdd.sentence(messages, locale);
    }

    private List<Object> written(MessageSource messages, Locale locale) {
        Stream<Object> written = arguments.stream().map(argument -> switch (argument) {
            case Profile profile -> messages.getMessage(profile.messageKey(), null, locale);
            case String number -> Siren.written(Siret.written(number));
            default -> argument;
        });
        return written.toList();
    }
}
