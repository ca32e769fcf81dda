package fr.rappel.shared;

import java.util.Arrays;
import org.springframework.context.MessageSourceResolvable;

/**
 * An expected refusal: the request was understood and a rule says no. Screens show its message, the API answers with a
 * problem document; nothing is wrong with the application. Its {@link #getMessage()} is the message key only, so that
 * what was refused never reaches a log.
 */
public abstract class Refusal extends RuntimeException implements MessageSourceResolvable {

    private final String messageKey;
    private final Object[] arguments;

    /**
     * @param messageKey key of the sentence in the translation bundles, for instance {@code callback.AlreadyTaken}
     * @param arguments what the sentence names, in the order of its placeholders
     */
    protected Refusal(String messageKey, Object... arguments) {
        super(messageKey, null, false, false);
        this.messageKey = messageKey;
        this.arguments = arguments.clone();
    }

    @Override
    public String[] getCodes() {
        return new String[] {messageKey};
    }

    @Override
    public Object[] getArguments() {
        return Arrays.copyOf(arguments, arguments.length);
    }

    @Override
    public String getDefaultMessage() {
        return messageKey;
    }
}
