package fr.rappel.notifications;

import java.net.URI;
import java.util.Optional;

/** Where a visitor follows a request. Without an implementation, mails say nothing of it. */
public interface FollowUpLink {

    /** The full address of that request's page, for its visitor only; empty if there is none. */
    Optional<URI> of(String reference);
}
