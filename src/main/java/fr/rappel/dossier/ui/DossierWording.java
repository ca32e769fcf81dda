package fr.rappel.dossier.ui;

import fr.rappel.dossier.Blocker;
import fr.rappel.dossier.Euros;
import fr.rappel.shared.SpokenTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** How the console writes days, moments, amounts and numbers of the copy. */
@Service
record DossierWording(MessageSource messages, Clock clock, ZoneId zone) {

    // Written out, so that the annotation stands on the parameter alone: on a component it is one of the field as well.
    DossierWording(MessageSource messages, Clock clock, @Value("${rappel.zone}") ZoneId zone) {
        this.messages = messages;
        this.clock = clock;
        this.zone = zone;
    }

    /** With its year: dossiers live for years. */
    static String day(LocalDate day, Locale locale) {
        return SpokenTime.in(locale).dateWithYear(day);
    }

    String moment(Instant instant, Locale locale) {
        return SpokenTime.in(locale).relativeDayAndTime(instant, clock.instant(), zone);
    }

    LocalDate today() {
        return dayOf(clock.instant());
    }

    /** The day on the line's calendar. */
    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    String blocker(Blocker blocker, Locale locale) {
        return blocker.sentence(messages, locale);
    }

    /**
     * @param cents amount in cents
     */
    static String euros(long cents) {
        return new Euros(cents).formatted();
    }
}
