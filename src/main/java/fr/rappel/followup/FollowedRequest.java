package fr.rappel.followup;

import fr.rappel.callback.FollowUpState;
import java.time.Instant;
import java.util.List;

/**
 * Everything that the holder of a link sees.
 *
 * @param documents what they added, in that order
 * @param linkEndsAt when the link stops to work, as things stand
 */
public record FollowedRequest(FollowUpState state, List<ReceivedDocument> documents, Instant linkEndsAt) {

    /** Whether one more document may be added. */
    public boolean takesDocuments() {
        return documents.size() < DocumentIntake.MAX_DOCUMENTS;
    }
}
