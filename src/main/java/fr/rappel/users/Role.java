package fr.rappel.users;

import fr.rappel.shared.Roles;
import java.util.List;

/** What an account may do; each role includes the ones before it. */
public enum Role {
    AGENT(Roles.AGENT),
    SUPERVISOR(Roles.AGENT, Roles.SUPERVISOR),
    ADMIN(Roles.AGENT, Roles.SUPERVISOR, Roles.ADMIN);

    private final List<String> granted;

    Role(String... granted) {
        this.granted = List.of(granted);
    }

    /** Names of the roles this one grants, see {@link Roles}. */
    public List<String> granted() {
        return granted;
    }
}
