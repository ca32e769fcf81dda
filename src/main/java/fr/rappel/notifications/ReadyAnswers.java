package fr.rappel.notifications;

import com.samskivert.mustache.MustacheException;
import fr.rappel.callback.CallOutcome;
import fr.rappel.callback.OutcomeReport;
import fr.rappel.callback.Visitor;
import fr.rappel.callback.VisitorAnswer;
import fr.rappel.callback.Visitors;
import fr.rappel.faq.Faq;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.shared.CleanText;
import fr.rappel.shared.CurrentUser;
import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers kept ready: supervisors write them, agents send them as they are or changed. */
@Service
@Transactional
@RolesAllowed(Roles.SUPERVISOR)
public class ReadyAnswers {

    static final int MOST = 200;

    private final ReadyAnswerRows rows;
    private final MessageVariables variables;
    private final SampleMessages samples;
    private final TemplateRows templates;
    private final Visitors visitors;
    private final ReferenceLists lists;
    private final Faq faq;
    private final CurrentUser currentUser;
    private final Clock clock;

    ReadyAnswers(
            ReadyAnswerRows rows,
            MessageVariables variables,
            SampleMessages samples,
            TemplateRows templates,
            Visitors visitors,
            ReferenceLists lists,
            Faq faq,
            CurrentUser currentUser,
            Clock clock) {
        this.rows = rows;
        this.variables = variables;
        this.samples = samples;
        this.templates = templates;
        this.visitors = visitors;
        this.lists = lists;
        this.faq = faq;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** All of them, in their order. */
    @Transactional(readOnly = true)
    public List<ReadyAnswer> all() {
        return rows.all();
    }

    /** Those that fit a topic, in their order. */
    @Transactional(readOnly = true)
    @RolesAllowed(Roles.AGENT)
    public List<ReadyAnswer> of(String topic) {
        return rows.of(topic);
    }

    /**
     * A ready answer as it was shown, with the values of a request.
     *
     * @throws MessageNotFound if the request is gone
     * @throws TemplateRefused if another version of Rappel stored it, which knew other names
     */
    @Transactional(readOnly = true)
    @RolesAllowed(Roles.AGENT)
    public VisitorAnswer filled(ReadyAnswerDraft shown, String reference) {
        Visitor visitor = visitors.of(reference).orElseThrow(MessageNotFound::new);
        return filled(shown, variables.of(visitor));
    }

    /**
     * The mail that an answer makes of an invented request.
     *
     * @throws fr.rappel.shared.Refusal whatever refuses to keep it
     */
    @Transactional(readOnly = true)
    public MessageContent preview(ReadyAnswerDraft draft) {
        VisitorAnswer answer = checked(draft);
        CallOutcome outcome = draft.outcome();
        MessageKind kind = outcome == null
                ? MessageKind.ANSWER
                : outcome.retries() ? MessageKind.NOT_REACHED : MessageKind.closing(outcome);
        return Templates.fill(templates.inUse(kind), templates.frame(), samples.full(kind, answer));
    }

    /**
     * Keeps a new one, after the others.
     *
     * @throws ReadyAnswerRefused if it is not complete or does not fit
     * @throws TemplateRefused if its text asks for a name that is none
     */
    public void add(ReadyAnswerDraft draft) {
        checked(draft);
        if (rows.all().size() >= MOST) {
            throw new ReadyAnswerRefused("tooMany", MOST);
        }
        rows.add(draft, currentUser.username(), now());
    }

    /**
     * Changes one. What was sent before keeps its words.
     *
     * @param version the one that was read
     * @throws ReadyAnswerRefused if it is not complete or does not fit, or somebody was faster
     * @throws TemplateRefused if its text asks for a name that is none
     */
    public void change(long id, int version, ReadyAnswerDraft draft) {
        checked(draft);
        if (!rows.change(id, version, draft, currentUser.username(), now())) {
            throw new ReadyAnswerRefused("moved");
        }
    }

    /**
     * Offers one no more.
     *
     * @throws ReadyAnswerRefused if somebody was faster
     */
    public void remove(long id, int version) {
        if (!rows.remove(id, version, currentUser.username(), now())) {
            throw new ReadyAnswerRefused("moved");
        }
    }

    /** Moves one among the others: down by that many places, up if below zero; nothing beyond the ends. */
    public void move(long id, int places) {
        List<Long> order =
                new ArrayList<>(rows.all().stream().map(ReadyAnswer::id).toList());
        int from = order.indexOf(id);
        int to = from + places;
        if (from < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.rotate(order.subList(Math.min(from, to), Math.max(from, to) + 1), from < to ? -1 : 1);
        for (int i = 0; i < order.size(); i++) {
            rows.place(order.get(i), i + 1);
        }
    }

    /** The answer of an invented request; refuses what an agent could not send. */
    private VisitorAnswer checked(ReadyAnswerDraft draft) {
        if (CleanText.isBlank(draft.title()) || CleanText.isBlank(draft.text())) {
            throw new ReadyAnswerRefused("empty");
        }
        if (CleanText.length(draft.title()) > ReadyAnswerDraft.TITLE_MAX
                || CleanText.length(draft.text()) > VisitorAnswer.TEXT_MAX
                || CleanText.length(draft.note()) > OutcomeReport.NOTE_MAX) {
            throw new ReadyAnswerRefused(
                    "tooLong", ReadyAnswerDraft.TITLE_MAX, VisitorAnswer.TEXT_MAX, OutcomeReport.NOTE_MAX);
        }
        if (draft.topic() != null && lists.topic(draft.topic()).isEmpty()) {
            throw new ReadyAnswerRefused("topic");
        }
        CallOutcome outcome = draft.outcome();
        if (outcome != null && !outcome.fitsMacro()) {
            throw new ReadyAnswerRefused("outcome");
        }
        if (outcome == null && !draft.note().isEmpty()) {
            throw new ReadyAnswerRefused("noteAlone");
        }
        if (draft.questions().stream().anyMatch(slug -> faq.entry(slug).isEmpty())) {
            throw new ReadyAnswerRefused("questions");
        }
        Templates.check(draft.text(), ReadyAnswerDraft.VARIABLES);
        VisitorAnswer answer = filled(draft, samples.full(MessageKind.ANSWER));
        if (answer.text().contains("{{")) {
            throw new TemplateRefused("syntax", "{{");
        }
        return answer;
    }

    private static VisitorAnswer filled(ReadyAnswerDraft content, Map<String, Object> values) {
        try {
            return new VisitorAnswer(Templates.fillText(content.text(), values), content.questions());
        } catch (MustacheException e) {
            throw new TemplateRefused("syntax", CleanText.clean(e.getMessage()));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
