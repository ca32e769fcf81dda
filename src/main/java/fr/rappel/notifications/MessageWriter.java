package fr.rappel.notifications;

import com.samskivert.mustache.MustacheException;
import fr.rappel.callback.Visitors;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds the words of a message: what it tells, put into the template in use. */
@Component
class MessageWriter {

    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private final Visitors visitors;
    private final MessageVariables variables;
    private final TemplateRows templates;

    MessageWriter(Visitors visitors, MessageVariables variables, TemplateRows templates) {
        this.visitors = visitors;
        this.variables = variables;
        this.templates = templates;
    }

    /** The words as they are now; empty if there is no request to tell of, or no more. */
    Optional<MessageContent> write(QueuedMessage message) {
        return Optional.ofNullable(message.reference())
                .flatMap(visitors::of)
                .map(visitor -> write(message.kind(), variables.of(message, visitor)));
    }

    MessageContent write(ReportMail report) {
        return write(MessageKind.REPORT, variables.of(report));
    }

    private MessageContent write(MessageKind kind, Map<String, Object> values) {
        Optional<TemplateDraft> edited = templates.edited(kind);
        if (edited.isPresent()) {
            try {
                return Templates.fill(edited.get(), templates.frame(), values);
            } catch (MustacheException e) {
                // A template saved by another version may know other names; the message goes all the same.
                LOG.warn("The edited template {} cannot be used, its default is", kind, e);
            }
        }
        return Templates.fill(templates.byDefault(kind), templates.frame(), values);
    }
}
