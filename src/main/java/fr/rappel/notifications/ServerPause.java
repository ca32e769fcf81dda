package fr.rappel.notifications;

import java.time.Duration;
import java.time.Instant;

/** While the mail server is away nobody knocks on its door, a little longer after each try in vain. */
final class ServerPause {

    private final Duration first;
    private final Duration longest;
    private Instant end = Instant.MIN;
    private Duration next;

    ServerPause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    synchronized boolean lastsAt(Instant now) {
        return now.isBefore(end);
    }

    synchronized Instant end() {
        return end;
    }

    /** The server was not reached. Several senders that find out at once make one pause. */
    synchronized void begin(Instant now) {
        if (!lastsAt(now)) {
            end = now.plus(next.compareTo(longest) < 0 ? next : longest);
            next = next.multipliedBy(2).compareTo(longest) < 0 ? next.multipliedBy(2) : longest;
        }
    }

    /** The server answered. */
    synchronized void over() {
        end = Instant.MIN;
        next = first;
    }
}
