package fr.rappel.dossier;

import fr.rappel.shared.Siren;
import fr.rappel.shared.Siret;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The rattachement with which an account would see what it misses.
 *
 * @param scope a SIRET, or the SIREN of a whole company
 * @param side as which it has to be added; null if either will do
 */
public record LinkToAdd(String scope, @Nullable Profile side) {

    /** How to add it. */
    String sentence(MessageSource messages, Locale locale) {
        boolean isCompany = scope.length() == Siren.LENGTH;
        if (side == null) {
            String key = "dossier.linkToAdd." + (isCompany ? "company" : "place");
            return Wordings.sentence(messages, locale, key, List.of(written()));
        }
        String key = "dossier.linkToAdd." + (isCompany ? "companyAs" : "placeAs");
        String profile = messages.getMessage(side.messageKey(), null, locale);
        return Wordings.sentence(messages, locale, key, List.of(written(), profile));
    }

    private String written() {
        return Siren.written(Siret.written(scope));
    }
}
