package fr.rappel.callback.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.VaadinRequest;
import fr.rappel.callback.CallbackIntake;
import fr.rappel.callback.Channel;
import fr.rappel.callback.Notice;
import fr.rappel.callback.PrivacyNotices;
import fr.rappel.callback.Receipt;
import fr.rappel.callback.Submission;
import fr.rappel.callback.SubmissionKeyReused;
import fr.rappel.faq.Faq;
import fr.rappel.reference.ReferenceLists;
import fr.rappel.shared.FieldError;
import fr.rappel.shared.Refusal;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;

/** The form: three groups, errors at the field and in a summary, nothing typed is ever lost. */
class CallbackForm extends Div {

    private static final Logger LOG = LoggerFactory.getLogger(CallbackForm.class);

    /** What the form talks to. */
    @Service
    record Services(
            CallbackIntake intake,
            PrivacyNotices notices,
            ReferenceLists lists,
            Faq faq,
            Validator validator,
            Clock clock) {}

    private static final Pattern KEY = Pattern.compile("[0-9a-f-]{36}");

    private String key = UUID.randomUUID().toString();
    private final Instant openedAt;
    private final Services services;
    private final Notice notice;
    private final Consumer<Receipt> stored;
    private final FormFields fields;
    private final DraftNotice draft;
    private final ErrorSummary summary = new ErrorSummary();
    private final RobotTrap trap = new RobotTrap();
    private final Button send;

    CallbackForm(Services services, Consumer<Receipt> stored) {
        this.services = services;
        this.stored = stored;
        this.openedAt = services.clock().instant();
        this.notice = services.notices().current();
        this.fields = new FormFields(services.lists(), services.validator(), notice);
        this.draft = new DraftNotice(fields::clear);
        addClassName("callback-form");
        send = new Button(getTranslation("callback.CallbackForm.send"), click -> send());
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClassName("send");
        send.setDisableOnClick(true);
        add(
                summary,
                draft,
                group("you", fields.you()),
                group("company", fields.company()),
                group("question", fields.question(new FaqHints(services.faq()))),
                trap,
                send);
    }

    /** What was typed into a form before this one, in this browser, and never sent. */
    @Override
    protected void onAttach(AttachEvent attach) {
        draft.recall(this, key, this::restore);
    }

    private void restore(JsonNode typed) {
        String before = typed.path("key").asString("");
        if (KEY.matcher(before).matches()) {
            // The same submission as before, should it have arrived although nobody could say so.
            key = before;
        }
        draft.setVisible(fields.restore(typed) || draft.isVisible());
    }

    private Section group(String name, List<Component> members) {
        H2 heading = new H2(getTranslation("callback.CallbackForm.group." + name));
        heading.setId("group-" + name);
        Div grid = new Div(members.toArray(Component[]::new));
        grid.addClassName("field-grid");
        Section group = new Section(heading, grid);
        group.getElement().setAttribute("role", "group").setAttribute("aria-labelledby", "group-" + name);
        return group;
    }

    private void send() {
        try {
            Receipt receipt = services.intake().submit(fields.command(), submission());
            draft.forget();
            stored.accept(receipt);
        } catch (ConstraintViolationException refused) {
            List<FieldError> errors = FieldError.from(refused.getConstraintViolations());
            fields.mark(errors);
            summary.show(errors, fields);
        } catch (SubmissionKeyReused edited) {
            // That submission had arrived, and something else is typed now: a new request, if it is meant.
            key = UUID.randomUUID().toString();
            summary.show(getTranslation("callback.SimpleForm.alreadySent"));
        } catch (Refusal refusal) {
            summary.show(getTranslation(refusal.getDefaultMessage(), refusal.getArguments()));
        } catch (NestedRuntimeException failure) {
            // The database is away or slow: what was typed stays, and the same key makes trying again safe.
            LOG.error("A call-back request could not be stored", failure);
            summary.show(getTranslation("callback.CallbackForm.notStored"));
        } finally {
            send.setEnabled(true);
        }
    }

    private Submission submission() {
        Duration fillTime = Duration.between(openedAt, services.clock().instant());
        String address = VaadinRequest.getCurrent().getRemoteAddr();
        return new Submission(Channel.FORM, key, address, trap.isFilled(), fillTime, notice.version());
    }
}
