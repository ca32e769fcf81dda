package fr.rappel.users;

import fr.rappel.shared.Refusal;

/** Nobody changes one's own rights, so that an installation never loses its last administrator by a slip. */
public final class OwnAccount extends Refusal {

    OwnAccount() {
        super("users.OwnAccount");
    }
}
