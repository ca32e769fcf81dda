package fr.rappel.followup;

import fr.rappel.shared.Refusal;

/** A document that is not taken. */
public final class DocumentRefused extends Refusal {

    /**
     * @param reason end of the message key: {@code empty}, {@code tooBig}, {@code type}, {@code tooMany}
     * @param name of the document
     */
    DocumentRefused(String reason, String name) {
        super("followup.DocumentRefused." + reason, name);
    }
}
