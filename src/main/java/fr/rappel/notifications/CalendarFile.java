package fr.rappel.notifications;

import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Organisation;
import fr.rappel.shared.SpokenReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * A planned call as an iCalendar file (RFC 5545) that is published, not an invitation to be answered (RFC 5546). A moved call,
 * and one that does not come any more, carries the same UID and a higher sequence, so that calendars replace or remove what
 * they have.
 */
@Component
class CalendarFile {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration CALL = Duration.ofMinutes(15);
    private static final int LINE_OCTETS = 75;

    private final MailProperties rules;
    private final Organisation organisation;

    CalendarFile(MailProperties rules, Organisation organisation) {
        this.rules = rules;
        this.organisation = organisation;
    }

    String of(QueuedMessage message) {
        EmailAddress from = Objects.requireNonNull(rules.from());
        String reference = Objects.requireNonNull(message.reference());
        Instant begin = Objects.requireNonNull(message.until());
        String host = message.messageId().replaceFirst("^<[^@]*@(.*)>$", "$1");
        var file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Rappel//Rappel//FR");
        line(file, "METHOD:" + method(message.kind()));
        line(file, "BEGIN:VEVENT");
        line(file, "UID:rappel-" + reference + "@" + host);
        line(file, "SEQUENCE:" + message.calendarSequence());
        line(file, "DTSTAMP:" + UTC.format(message.createdAt()));
        line(file, "DTSTART:" + UTC.format(begin));
        line(file, "DTEND:" + UTC.format(begin.plus(CALL)));
        line(file, "SUMMARY:" + text("Appel de " + organisation.name()));
        line(file, "DESCRIPTION:" + text(description(reference)));
        line(file, "ORGANIZER;CN=\"" + parameter(organisation.name()) + "\":mailto:" + from.ascii());
        line(file, "STATUS:" + (message.kind().endsCalls() ? "CANCELLED" : "CONFIRMED"));
        line(file, "CLASS:PRIVATE");
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString();
    }

    /** What calendars are asked to do with it. */
    static String method(MessageKind kind) {
        return kind.endsCalls() ? "CANCEL" : "PUBLISH";
    }

    private String description(String reference) {
        return "Nous vous appelons au numéro que vous nous avez indiqué.\nRéférence\u00A0: "
                + SpokenReference.of(reference) + "\nNotre numéro\u00A0: " + organisation.phoneDisplay();
    }

    /** A value of type TEXT: signs with a meaning are escaped, line breaks written as one of them. */
    static String text(String raw) {
        return raw.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** A quoted parameter has no way to hold a quotation mark or a control character. */
    static String parameter(String raw) {
        return raw.replace('"', '’').replaceAll("\\p{Cntrl}", "");
    }

    /** Ends a line, folded so that none is longer than 75 octets and no character is cut in two. */
    private static void line(StringBuilder file, String line) {
        int octets = 0;
        for (int i = 0, c; i < line.length(); i += Character.charCount(c)) {
            c = line.codePointAt(i);
            int size = Character.toString(c).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                file.append("\r\n ");
                octets = 1;
            }
            file.appendCodePoint(c);
            octets += size;
        }
        file.append("\r\n");
    }
}
