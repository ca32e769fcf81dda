package fr.rappel.notifications;

import com.samskivert.mustache.MustacheException;
import fr.rappel.notifications.MailServer.Handover;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.EmailAddress;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The templates of messages, as administrators edit them. Nothing saved is ever lost: each saving is a version. */
@Service
@RolesAllowed(Roles.ADMIN)
public class MailTemplates {

    /** Somebody looks at the screen and waits. */
    private static final Duration TRIAL_LIMIT = Duration.ofSeconds(20);

    private final TemplateRows rows;
    private final SampleMessages samples;
    private final MailServer server;
    private final MimeLetter letter;
    private final CurrentUser currentUser;
    private final Clock clock;

    MailTemplates(
            TemplateRows rows,
            SampleMessages samples,
            MailServer server,
            MimeLetter letter,
            CurrentUser currentUser,
            Clock clock) {
        this.rows = rows;
        this.samples = samples;
        this.server = server;
        this.letter = letter;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** The template in use. */
    public TemplateDraft current(MessageKind kind) {
        return rows.inUse(kind);
    }

    /** Whether the template in use is the default one. */
    public boolean isDefault(MessageKind kind) {
        return rows.edited(kind).isEmpty();
    }

    /** What was saved, newest first. */
    public List<TemplateVersion> history(MessageKind kind) {
        return rows.history(kind);
    }

    /**
     * Names of what an agent writes or chooses that a template leaves out, always or sometimes: messages say it at their end.
     * Empty for a template that cannot be read, in place of which the default speaks.
     */
    public List<String> leftOut(MessageKind kind, TemplateDraft draft) {
        try {
            return Stream.of(samples.full(kind), samples.bare(kind))
                    .flatMap(values -> Templates.leftOut(draft, values))
                    .distinct()
                    .toList();
        } catch (MustacheException e) {
            return List.of();
        }
    }

    /**
     * The message that a template makes of an invented request.
     *
     * @throws TemplateRefused if it cannot be used
     */
    public MessageContent preview(MessageKind kind, TemplateDraft draft) {
        TemplateDraft clean = checked(kind, draft);
        return Templates.fill(clean, rows.frame(), samples.full(kind));
    }

    /**
     * Puts a template to use from the next message on; messages written before keep their words.
     *
     * @throws TemplateRefused if it cannot be used
     */
    @Transactional
    public void save(MessageKind kind, TemplateDraft draft) {
        rows.save(
                kind,
                checked(kind, draft),
                currentUser.username(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Goes back to the default, which is a version of its own. */
    @Transactional
    public void reset(MessageKind kind) {
        rows.save(kind, null, currentUser.username(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /**
     * Sends the preview to an address at once.
     *
     * @throws TemplateRefused if the template cannot be used
     * @throws TestRefused if there is no server, the address is none, or the server did not take it
     */
    public void sendTest(MessageKind kind, TemplateDraft draft, String address) {
        MessageContent words = preview(kind, draft);
        if (!server.isConfigured()) {
            throw new TestRefused("noServer");
        }
        if (EmailAddress.check(address).isPresent()) {
            throw new TestRefused("address");
        }
        try {
            Handover handover = server.send(
                    letter.trial(words, EmailAddress.parse(address), clock.instant(), server.newMessage()),
                    TRIAL_LIMIT);
            if (handover.fault() != null) {
                String answer = CleanText.clean(handover.detail());
                throw answer.isEmpty() ? new TestRefused("noAnswer") : new TestRefused("answer", answer);
            }
        } catch (MessagingException e) {
            throw new TestRefused("noAnswer");
        }
    }

    /** Refuses what could fail when a message is sent: unknown names, and whatever fails with all or nothing given. */
    private TemplateDraft checked(MessageKind kind, TemplateDraft draft) {
        TemplateDraft clean = new TemplateDraft(
                CleanText.clean(draft.subject()), CleanText.multiline(draft.text()), CleanText.multiline(draft.html()));
        if (Stream.of(clean.subject(), clean.text(), clean.html()).anyMatch(CleanText::isBlank)) {
            throw new TemplateRefused("empty");
        }
        if (clean.subject().length() > TemplateDraft.SUBJECT_MAX
                || clean.text().length() > TemplateDraft.TEXT_MAX
                || clean.html().length() > TemplateDraft.HTML_MAX) {
            throw new TemplateRefused(
                    "tooLong", TemplateDraft.SUBJECT_MAX, TemplateDraft.TEXT_MAX, TemplateDraft.HTML_MAX);
        }
        Templates.check(clean, samples.names(kind));
        for (Map<String, Object> values : List.of(samples.full(kind), samples.bare(kind))) {
            try {
                MailHtml.requireHarmless(Templates.fillBody(clean, values));
                MessageContent words = Templates.fill(clean, rows.frame(), values);
                if ((words.subject() + words.text() + words.html()).contains("{{")) {
                    throw new TemplateRefused("syntax", "{{");
                }
            } catch (MustacheException.Context e) {
                throw new TemplateRefused("unknownName", CleanText.clean(e.key));
            } catch (MustacheException e) {
                throw new TemplateRefused("syntax", CleanText.clean(e.getMessage()));
            }
        }
        return clean;
    }
}
