package fr.rappel.users;

import fr.rappel.shared.DemoProfile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The documented one-time step of a production installation: while no account exists, start once with {@code
 * RAPPEL_FIRST_ADMIN_USERNAME} and {@code RAPPEL_FIRST_ADMIN_PASSWORD}. Ignored as soon as there is an account.
 */
@Component
class FirstAdministrator implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final DemoProfile demo;
    private final UserAccounts accounts;
    private final String username;
    private final String password;

    FirstAdministrator(
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
        if (demo.isActive() || !accounts.none()) {
            return;
        }
        if (username.isBlank() || password.isBlank()) {
            LOG.warn("No account exists: start once with RAPPEL_FIRST_ADMIN_USERNAME and RAPPEL_FIRST_ADMIN_PASSWORD");
            return;
        }
        PasswordRule.check(password);
        accounts.store(username, username, accounts.hash(password), Role.ADMIN);
        LOG.info("First administrator created; remove RAPPEL_FIRST_ADMIN_PASSWORD from the environment");
    }
}
