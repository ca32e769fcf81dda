package fr.rappel.followup;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.ReceiptLink;
import fr.rappel.notifications.FollowUpLink;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Organisation;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The link that leads the visitor of a request to its follow-up page, without an account. Only for that visitor. */
@Service
public class FollowUpLinks implements ReceiptLink, FollowUpLink {

    private static final String PATH = "/suivi/";

    private final LinkTokens tokens;
    private final LinkGenerations generations;
    private final CallbackFollowUp requests;
    private final Organisation organisation;
    private final CurrentUser currentUser;

    FollowUpLinks(
            LinkTokens tokens,
            LinkGenerations generations,
            CallbackFollowUp requests,
            Organisation organisation,
            CurrentUser currentUser) {
        this.tokens = tokens;
        this.generations = generations;
        this.requests = requests;
        this.organisation = organisation;
        this.currentUser = currentUser;
    }

    @Override
    @AnonymousAllowed
    public URI of(String reference) {
        return URI.create(organisation.address(pathOf(reference)));
    }

    @Override
    @AnonymousAllowed
    public String pathOf(String reference) {
        return PATH + tokens.of(reference);
    }

    /**
     * Makes every link given so far void; the next message carries a new one.
     *
     * @throws fr.rappel.callback.RequestNotFound if there is no such request
     */
    @Transactional
    @RolesAllowed(Roles.AGENT)
    public void revoke(String reference) {
        requests.renewLink(reference, currentUser.username());
        generations.next(reference);
    }
}
