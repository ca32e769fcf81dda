package fr.rappel.users;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
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

    /** No account can have this name. */
    private static final String NOBODY = "";

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
            if (attempts.locked(username, address)) {
                refuseAfterTheSameWork(request);
            }
            Authentication result = super.authenticate(request);
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

    /**
     * The password of a locked account is not even looked at: one that was matched a moment ago would be recognised
     * faster than a wrong one, and the time would tell. It is compared with nobody's instead.
     */
    private void refuseAfterTheSameWork(Authentication request) {
        super.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(NOBODY, request.getCredentials()));
        throw new LockedException("Locked");
    }
}
