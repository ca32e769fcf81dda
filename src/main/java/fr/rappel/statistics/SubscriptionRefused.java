package fr.rappel.statistics;

import fr.rappel.shared.EmailFault;
import fr.rappel.shared.Refusal;

/** This address cannot be added. */
public final class SubscriptionRefused extends Refusal {

    SubscriptionRefused(String reason, Object... arguments) {
        super("statistics.SubscriptionRefused." + reason, arguments);
    }

    SubscriptionRefused(EmailFault fault) {
        super(fault.name());
    }
}
