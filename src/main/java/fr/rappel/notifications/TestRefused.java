package fr.rappel.notifications;

import fr.rappel.shared.Refusal;

/** A test message was not sent: no server, no such address, or the server said no. */
public final class TestRefused extends Refusal {

    TestRefused(String reason, Object... arguments) {
        super("notifications.TestRefused." + reason, arguments);
    }
}
