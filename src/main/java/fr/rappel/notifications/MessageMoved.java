package fr.rappel.notifications;

import fr.rappel.shared.Refusal;

/** The message is being sent at this very moment, or is not in the state the action needs any more. */
public final class MessageMoved extends Refusal {

    MessageMoved() {
        super("notifications.MessageMoved");
    }
}
