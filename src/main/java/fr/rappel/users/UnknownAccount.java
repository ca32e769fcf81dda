package fr.rappel.users;

import fr.rappel.shared.Refusal;

/** There is no account of that name. */
public final class UnknownAccount extends Refusal {

    UnknownAccount() {
        super("users.UnknownAccount");
    }
}
