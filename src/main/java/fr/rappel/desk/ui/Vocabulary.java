package fr.rappel.desk.ui;

import fr.rappel.calendar.LineCalendar;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.users.UserAccounts;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What the console's words are made from. */
@Service
record Vocabulary(
        ReferenceLists lists, UserAccounts accounts, LineCalendar calendar, MessageSource messages, Clock clock) {

    /** The words of one refresh: everybody's name is read once, however many lines name somebody. */
    Wording in(Locale locale) {
        return new Wording(this, locale, accounts.displayNames(), clock.instant());
    }
}
