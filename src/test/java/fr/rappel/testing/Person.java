package fr.rappel.testing;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/** Somebody on whose behalf a test calls a service, on the calling thread and only for that call. */
public record Person(String username, List<String> roles) {

    public static Person visitor() {
        return new Person("", List.of());
    }

    public static Person agent(String username) {
        return new Person(username, List.of("AGENT"));
    }

    public static Person supervisor(String username) {
        return new Person(username, List.of("AGENT", "SUPERVISOR"));
    }

    public static Person admin(String username) {
        return new Person(username, List.of("AGENT", "SUPERVISOR", "ADMIN"));
    }

    public <T> T get(Supplier<T> action) {
        var answer = new AtomicReference<T>();
        does(() -> answer.set(action.get()));
        return answer.get();
    }

    public void does(Runnable action) {
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication()));
        try {
            action.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    public Authentication authentication() {
        if (roles.isEmpty()) {
            return new AnonymousAuthenticationToken(
                    "test", "anonymousUser", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                username,
                "",
                AuthorityUtils.createAuthorityList(
                        roles.stream().map(role -> "ROLE_" + role).toList()));
    }
}
