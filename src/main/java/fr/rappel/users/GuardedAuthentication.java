package fr.rappel.users;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Checks passwords and locks after repeated failures. The password is always computed, also for unknown and locked
 * accounts, so that neither text nor time tells which names exist.
 */
@Component
class GuardedAuthentication extends DaoAuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedAuthentication.class);

    private final LoginAttempts attempts;

    GuardedAuthentication(UserDetailsService accounts, PasswordEncoder passwords, LoginAttempts attempts) {
        super(accounts);
        this.attempts = attempts;
        setPasswordEncoder(passwords);
    }

    @Override
    public Authentication authenticate(Authentication request) throws AuthenticationException {
        String username = UserAccounts.key(request.getName());
        String address =
                request.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "-";
        try {
            if (PasswordRule.isTooLong(String.valueOf(request.getCredentials())) || username.length() > 60) {
                throw new BadCredentialsException("Bad credentials");
            }
            Authentication result = super.authenticate(request);
            if (attempts.locked(username, address)) {
                throw new LockedException("Locked");
            }
            attempts.succeeded(username, address);
            return result;
        } catch (AuthenticationServiceException e) {
            // The accounts could not be read; nobody guessed anything.
            throw e;
        } catch (AuthenticationException e) {
            attempts.failed(username, address);
            LOG.info("Log-in refused from {}: {}", address, e.getClass().getSimpleName());
            throw e;
        }
    }
}
