package fr.rappel.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import fr.rappel.shared.Organisation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Planned calls as RFC 5545 wants them. */
class CalendarFileTest {

    private static final Instant WRITTEN = Instant.parse("2026-03-03T09:00:00Z");

    @Test
    void writesAnEventInUniversalTimeWithLineEndsAsAsked() {
        assertThat(file("AKTO").of(planned(MessageKind.CALL_PLANNED, "2026-03-27T13:30:00Z", 0)))
                .isEqualTo(String.join(
                        "\r\n",
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Rappel//Rappel//FR",
                        "METHOD:PUBLISH",
                        "BEGIN:VEVENT",
                        "UID:rappel-ABCD2345@exemple.fr",
                        "SEQUENCE:0",
                        "DTSTAMP:20260303T090000Z",
                        "DTSTART:20260327T133000Z",
                        "DTEND:20260327T134500Z",
                        "SUMMARY:Appel de AKTO",
                        "DESCRIPTION:Nous vous appelons au numéro que vous nous avez indiqué.\\nRé",
                        " férence : ABCD 2345\\nNotre numéro : 01 88 13 10 00"
                                .replace(" :", "\u00A0:")
                                .replace("ABCD ", "ABCD\u00A0"),
                        "ORGANIZER;CN=\"AKTO\":mailto:contact@exemple.fr",
                        "STATUS:CONFIRMED",
                        "CLASS:PRIVATE",
                        "END:VEVENT",
                        "END:VCALENDAR",
                        ""));
    }

    @Test
    void replacesAnEarlierEventOfTheSameRequest() {
        assertThat(file("AKTO").of(planned(MessageKind.CALL_MOVED, "2026-03-27T13:30:00Z", 2)))
                .contains("METHOD:PUBLISH\r\n", "UID:rappel-ABCD2345@", "SEQUENCE:2\r\n", "STATUS:CONFIRMED");
        assertThat(file("AKTO").of(planned(MessageKind.CALL_CANCELLED, "2026-03-27T13:30:00Z", 3)))
                .contains("METHOD:CANCEL\r\n", "UID:rappel-ABCD2345@", "SEQUENCE:3\r\n", "STATUS:CANCELLED");
    }

    @Test
    void escapesSignsWithAMeaning() {
        assertThat(CalendarFile.text("a\\b;c,d\r\ne\nf\u0007g")).isEqualTo("a\\\\b\\;c\\,d\\ne\\nfg");
        assertThat(CalendarFile.parameter("Mairie \"du\" Lac\r\nX:y")).isEqualTo("Mairie ’du’ LacX:y");
    }

    @Test
    void foldsLinesAtSeventyFiveOctetsAndCutsNoCharacter() {
        String name = "É".repeat(60) + "👩‍👩‍👧".repeat(20) + "x".repeat(200);
        String written = file(name).of(planned(MessageKind.CALL_PLANNED, "2026-03-27T13:30:00Z", 0));
        List<String> lines = List.of(written.split("\r\n"));
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(written.replace("\r\n ", "")).contains("SUMMARY:Appel de " + name + "\r\n");
    }

    private static CalendarFile file(String organisation) {
        return new CalendarFile(
                WithOutbox.rules(),
                new Organisation(
                        organisation,
                        "",
                        "",
                        "+33188131000",
                        "01 88 13 10 00",
                        "",
                        "",
                        URI.create("http://x"),
                        "http://x"));
    }

    private static QueuedMessage planned(MessageKind kind, String at, int sequence) {
        return new QueuedMessage(
                1,
                "ABCD2345",
                kind,
                "a@exemple.fr",
                "<1@exemple.fr>",
                WRITTEN,
                Instant.parse(at),
                null,
                sequence,
                null,
                1,
                WRITTEN,
                WRITTEN,
                null,
                null);
    }
}
