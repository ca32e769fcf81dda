package fr.rappel.notifications;

import java.net.URI;

/** Where a visitor follows a request; the module that serves that page implements it. */
public interface FollowUpLink {

    /** The full address of that request's page, for its visitor only: the same one until links are taken back. */
    URI of(String reference);
}
