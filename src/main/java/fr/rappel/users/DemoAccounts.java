package fr.rappel.users;

import fr.rappel.shared.DemoProfile;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The accounts of the README, which exist only in the demo profile. */
@Component
class DemoAccounts implements SmartInitializingSingleton {

    private static final String PASSWORD = "rappel-demo";

    private final DemoProfile demo;
    private final UserAccounts accounts;

    DemoAccounts(DemoProfile demo, UserAccounts accounts) {
        this.demo = demo;
        this.accounts = accounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo.isActive() && accounts.none()) {
            // One hash for the four: each costs a quarter of a second at start-up.
            String hash = accounts.hash(PASSWORD);
            accounts.store("agent", "Amélie Martin", hash, Role.AGENT);
            accounts.store("agent2", "Bruno Lefèvre", hash, Role.AGENT);
            accounts.store("superviseur", "Claire Dubois", hash, Role.SUPERVISOR);
            accounts.store("admin", "David Nguyen", hash, Role.ADMIN);
        }
    }
}
