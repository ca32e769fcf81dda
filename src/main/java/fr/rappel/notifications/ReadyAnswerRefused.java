package fr.rappel.notifications;

import fr.rappel.shared.Refusal;

/** A ready answer cannot be kept as it is, or is not any more what was shown: its sentence says which. */
public final class ReadyAnswerRefused extends Refusal {

    ReadyAnswerRefused(String reason, Object... arguments) {
        super("notifications.ReadyAnswerRefused." + reason, arguments);
    }
}
