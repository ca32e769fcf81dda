package fr.rappel.callback;

import fr.rappel.shared.CleanText;
import fr.rappel.shared.PlainText;

/**
 * A visitor adds something to a request.
 *
 * @param text up to 4,000 characters (code points), cleaned on the way in
 */
public record AddMessage(
        @PlainText(max = SubmitCallback.MESSAGE_MAX) String text) {

    public AddMessage {
        text = CleanText.multiline(text);
    }
}
