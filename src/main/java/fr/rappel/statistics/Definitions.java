package fr.rappel.statistics;

import fr.rappel.callback.Commitment;
import fr.rappel.shared.SpokenTime;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What each figure means, with the commitment of the line as it stands today. */
@Component
public class Definitions {

    private final Commitment commitment;
    private final MessageSource messages;

    Definitions(Commitment commitment, MessageSource messages) {
        this.commitment = commitment;
        this.messages = messages;
    }

    public String of(Figure figure, Locale locale) {
        return of("statistics.figure." + figure, locale);
    }

    /** What a text of that name defines. */
    public String of(String name, Locale locale) {
        Object[] promised = {SpokenTime.in(locale).duration(commitment.openTime())};
        return messages.getMessage(name + ".definition", promised, locale);
    }
}
