package fr.rappel.notifications;

import fr.rappel.shared.Refusal;

/** There is no message of that number. */
public final class MessageNotFound extends Refusal {

    MessageNotFound() {
        super("notifications.MessageNotFound");
    }
}
