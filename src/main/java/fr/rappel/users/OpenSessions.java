package fr.rappel.users;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The sessions of those who are signed in. A session ends, and its push with it, when its account is no longer the one
 * that signed in: disabled, in another role, with another password. A change made here is noticed at once, one made by
 * another node at most two seconds later.
 */
@Component
class OpenSessions implements HttpSessionAttributeListener {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSessions.class);
    private static final String WHO = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Map<HttpSession, SignedIn> sessions = new ConcurrentHashMap<>();
    private final AccountRepository accounts;

    OpenSessions(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public void attributeAdded(HttpSessionBindingEvent event) {
        remember(event, event.getValue());
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent event) {
        remember(event, event.getSession().getAttribute(event.getName()));
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent event) {
        if (WHO.equals(event.getName())) {
            sessions.remove(event.getSession());
        }
    }

    @Scheduled(fixedDelay = 2, initialDelay = 2, timeUnit = TimeUnit.SECONDS)
    @TransactionalEventListener(AccountChanged.class)
    void endThoseOfChangedAccounts() {
        // Who signs in from here on is not asked about: their account was not read.
        Map<HttpSession, SignedIn> open = Map.copyOf(sessions);
        if (open.isEmpty()) {
            return;
        }
        try {
            Map<String, Integer> versions = versions(open.values());
            open.forEach((session, who) -> {
                if (!Integer.valueOf(who.version()).equals(versions.get(who.getUsername()))) {
                    end(session);
                }
            });
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The accounts cannot be read; sessions go on: {}", e.getMessage());
        }
    }

    private Map<String, Integer> versions(Collection<SignedIn> signedIn) {
        var names = signedIn.stream().map(SignedIn::getUsername).collect(Collectors.toSet());
        return accounts.findByUsernameInAndEnabledTrue(names).stream()
                .collect(Collectors.toMap(account -> account.toAccount().username(), AccountEntity::version));
    }

    private void end(HttpSession session) {
        sessions.remove(session);
        try {
            session.invalidate();
        } catch (IllegalStateException ended) {
            // It ended by itself in between.
        }
    }

    private void remember(HttpSessionBindingEvent event, @Nullable Object value) {
        if (WHO.equals(event.getName())
                && value instanceof SecurityContext context
                && context.getAuthentication() != null
                && context.getAuthentication().getPrincipal() instanceof SignedIn who) {
            sessions.put(event.getSession(), who);
        }
    }
}
