package fr.rappel.followup;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.callback.AddMessage;
import fr.rappel.callback.CallbackFollowUp;
import fr.rappel.callback.EmailCorrection;
import fr.rappel.callback.PhoneCorrection;
import fr.rappel.callback.Rate;
import fr.rappel.callback.SayUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the holder of a link may see and do. The link is the right: each method looks at it first. */
@Service
@Transactional
@AnonymousAllowed
public class FollowUp {

    private final LinkTokens tokens;
    private final LinkGenerations generations;
    private final LinkLimiter limiter;
    private final CallbackFollowUp requests;
    private final DocumentIntake documents;
    private final DocumentRows rows;
    private final PostsDone done;

    FollowUp(
            LinkTokens tokens,
            LinkGenerations generations,
            LinkLimiter limiter,
            CallbackFollowUp requests,
            DocumentIntake documents,
            DocumentRows rows,
            PostsDone done) {
        this.tokens = tokens;
        this.generations = generations;
        this.limiter = limiter;
        this.requests = requests;
        this.documents = documents;
        this.rows = rows;
        this.done = done;
    }

    /**
     * What the link leads to.
     *
     * @param address network address of who opens it, for the limit only
     * @throws LinkRefused if it leads nowhere
     * @throws TooManyTries if the address has tried too many links that lead nowhere
     */
    @Transactional(readOnly = true)
    public FollowedRequest open(String link, String address) {
        limiter.mayTry(address);
        try {
            var state = tokens.open(link);
            return new FollowedRequest(state, rows.of(state.reference()), tokens.end(state));
        } catch (LinkRefused wrong) {
            limiter.countWrong(address);
            throw wrong;
        }
    }

    /** See {@link CallbackFollowUp#correctPhone}. */
    public void correctPhone(Post post, PhoneCorrection correction) {
        once(post, correction, reference -> requests.correctPhone(reference, correction));
    }

    /**
     * See {@link CallbackFollowUp#correctEmail}. Whoever reads the mails sent to the wrong address cannot follow any more:
     * this link and those before are void.
     *
     * @return the token of the new link, the same one when the same form comes again
     */
    public String correctEmail(Post post, EmailCorrection correction) {
        if (done.has(post, correction)) {
            return tokens.successorOf(post.link());
        }
        once(post, correction, reference -> {
            requests.correctEmail(reference, correction);
            generations.next(reference);
        });
        return tokens.successorOf(post.link());
    }

    /** See {@link CallbackFollowUp#addMessage}. */
    public void addMessage(Post post, AddMessage message) {
        once(post, message, reference -> requests.addMessage(reference, message));
    }

    /**
     * Keeps the documents of a form, each by itself; the same contents twice are one document.
     *
     * @return what is refused: documents that are empty, too big, of another type, or too many
     * @throws java.io.UncheckedIOException if one cannot be read or kept; those before it stay
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public List<DocumentRefused> addDocuments(Post post, List<SentDocument> sent) {
        String reference = reference(post);
        List<DocumentRefused> refused = new ArrayList<>();
        for (SentDocument document : sent) {
            try {
                documents.take(reference, document.name(), document.contents());
            } catch (DocumentRefused refusal) {
                refused.add(refusal);
            }
        }
        return refused;
    }

    /** See {@link CallbackFollowUp#sayUnavailable}. */
    public void sayUnavailable(Post post, SayUnavailable said) {
        once(post, said, reference -> requests.sayUnavailable(reference, said));
    }

    /** See {@link CallbackFollowUp#withdrawUnavailability}. */
    public void withdrawUnavailability(Post post, long id) {
        once(post, id, reference -> requests.withdrawUnavailability(reference, id));
    }

    /** See {@link CallbackFollowUp#close}. */
    public void close(Post post, boolean solved) {
        once(post, solved, reference -> requests.close(reference, solved));
    }

    /** See {@link CallbackFollowUp#rate}. */
    public void rate(Post post, Rate rate) {
        once(post, rate, reference -> requests.rate(reference, rate));
    }

    private void once(Post post, Object said, Consumer<String> action) {
        String reference = reference(post);
        if (done.first(post, said)) {
            action.accept(reference);
        }
    }

    private String reference(Post post) {
        String reference = open(post.link(), post.address()).state().reference();
        limiter.countPost(post.address());
        return reference;
    }
}
