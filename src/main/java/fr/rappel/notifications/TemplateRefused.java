package fr.rappel.notifications;

import fr.rappel.shared.Refusal;

/** A template cannot be used as it is: its sentence names what is wrong. */
public final class TemplateRefused extends Refusal {

    TemplateRefused(String reason, Object... arguments) {
        super("notifications.TemplateRefused." + reason, arguments);
    }
}
