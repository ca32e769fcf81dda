package fr.rappel.dossier;

import fr.rappel.shared.SpokenTime;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Sentences of this module's bundle that name days and amounts. */
final class Wordings {

    private Wordings() {}

    /** A date with its year, as the language writes it. */
    static String day(LocalDate day, Locale locale) {
        return SpokenTime.in(locale).dateWithYear(day);
    }

    /** The sentence of that key; days among its arguments are written out. */
    static String sentence(MessageSource messages, Locale locale, String key, List<?> arguments) {
        Object[] written = arguments.stream()
                .map(argument -> argument instanceof LocalDate day ? day(day, locale) : argument)
                .toArray();
        return messages.getMessage(key, written, locale);
    }
}
