package fr.rappel.shared;

import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is acting: the signed-in person of this thread. Jobs have none. */
@Component
public class CurrentUser {

    /** User name of the signed-in person, empty for visitors and jobs. */
    public Optional<String> find() {
        return authentication().map(Authentication::getName);
    }

    /**
     * User name of the signed-in person.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is signed in
     */
    public String username() {
        return find().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in"));
    }

    /** Whether the signed-in person has the role; see {@link Roles}. */
    public boolean hasRole(String role) {
        return authentication().stream()
                .flatMap(authentication -> authentication.getAuthorities().stream())
                .anyMatch(authority -> ("ROLE_" + role).equals(authority.getAuthority()));
    }

    private static Optional<Authentication> authentication() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(authentication -> !(authentication instanceof AnonymousAuthenticationToken));
    }
}
