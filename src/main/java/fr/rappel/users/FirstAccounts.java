package fr.rappel.users;

import fr.rappel.shared.DemoProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The accounts that exist before anybody can make one. In the demo profile those of the README, whose passwords everybody
 * knows: they end at the first start without that profile. Elsewhere the documented one-time step: while nobody is an
 * administrator, a start with {@code RAPPEL_FIRST_ADMIN_USERNAME} and {@code RAPPEL_FIRST_ADMIN_PASSWORD} makes the first
 * one; both are ignored as soon as there is one.
 */
@Component
class FirstAccounts implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccounts.class);
    private static final String DEMO_PASSWORD = "rappel-demo";

    private final DemoProfile demo;
    private final UserAccounts accounts;
    private final String username;
    private final String password;

    FirstAccounts(
            DemoProfile demo,
            UserAccounts accounts,
            @Value("${rappel.first-admin.username:}") String username,
            @Value("${rappel.first-admin.password:}") String password) {
        this.demo = demo;
        this.accounts = accounts;
        this.username = username;
        this.password = password;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo.isActive()) {
            if (accounts.none()) {
                makeThoseOfTheReadme();
            }
        } else {
            accounts.removeDemo();
            if (accounts.noAdministrator()) {
                makeAdministrator();
            }
        }
    }

    private void makeThoseOfTheReadme() {
        // One hash for the four: each costs a quarter of a second at start-up.
        String hash = accounts.hash(DEMO_PASSWORD);
        accounts.storeDemo("agent", "Amélie Martin", hash, Role.AGENT);
        accounts.storeDemo("agent2", "Bruno Lefèvre", hash, Role.AGENT);
        accounts.storeDemo("superviseur", "Claire Dubois", hash, Role.SUPERVISOR);
        accounts.storeDemo("admin", "David Nguyen", hash, Role.ADMIN);
    }

    private void makeAdministrator() {
        if (username.isBlank() || password.isBlank()) {
            LOG.warn(
                    "No administrator exists: start once with RAPPEL_FIRST_ADMIN_USERNAME and RAPPEL_FIRST_ADMIN_PASSWORD");
            return;
        }
        PasswordRule.check(password);
        accounts.store(username, username, accounts.hash(password), Role.ADMIN);
        LOG.info("First administrator created; remove RAPPEL_FIRST_ADMIN_PASSWORD from the environment");
    }
}
