package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.RouterLink;
import fr.rappel.callback.Attempt;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.callback.CallbackStatus;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.Mentions;
import fr.rappel.shared.PhoneNumber;
import fr.rappel.shared.SpokenReference;
import fr.rappel.shared.ui.Notices;
import java.util.List;
import java.util.stream.Collectors;

/** Who is calling: name, number, company, what they wrote, and what it is about. */
class CallerZone extends Section {

    private final VisitorMessage message;
    private final LinkedSubjects linked;
    private final ReceivedPart received;
    private final MessagesPart mails;
    private final DescriptionList.Description email = new DescriptionList.Description();
    private Component failing = new Span();

    CallerZone(Mentions mentions, ReceivedPart received, LinkedSubjects linked, MessagesPart mails) {
        this.message = new VisitorMessage(mentions);
        this.received = received;
        this.linked = linked;
        this.mails = mails;
        addClassNames("zone", "caller");
        getElement().setAttribute("aria-label", getTranslation("desk.CallerZone.title"));
    }

    /**
     * @param mine whether the reader holds the request
     */
    void show(CallbackSheet sheet, boolean mine, Wording wording) {
        removeAll();
        CallbackRow row = sheet.row();
        Span state = new Span(wording.state(row));
        state.addClassName("state");
        state.getElement().setAttribute("data-state", wording.stateKind(row));
        RouterLink back = new RouterLink(getTranslation("desk.CallSheetView.back"), WorkListView.class);
        back.getElement().setAttribute("aria-keyshortcuts", "u");
        Div line = new Div(back, state);
        line.addClassName("caller-line");
        message.show(sheet.message(), mine ? CopyAddress.during(row.reference()) : CopyAddress.unstated());
        linked.show(row.reference(), mine, wording);
        add(
                line,
                new H1(row.firstName() + " " + row.lastName()),
                phone(row.phone()),
                facts(sheet, wording),
                new H2(getTranslation("desk.CallerZone.message", wording.topic(row.topic()))),
                message,
                received,
                linked,
                mails);
    }

    /** Says beside the address whether mails do not reach it. */
    void warn(boolean isFailing) {
        if (!isFailing) {
            failing.removeFromParent();
        } else if (failing.getParent().isEmpty()) {
            email.add(failing);
        }
    }

    /** Too long for its column, it breaks before its domain. */
    private static Span address(String email) {
        int domain = Math.max(email.indexOf('@'), 0);
        Span shown = new Span(email.substring(0, domain));
        shown.getElement().appendChild(new Element("wbr"), Element.createText(email.substring(domain)));
        return shown;
    }

    private Component phone(String e164) {
        String shown = new PhoneNumber(e164).national();
        Anchor number = new Anchor("tel:" + e164, shown);
        number.addClassName("phone");
        Button copy = new Button(getTranslation("desk.CallerZone.copy"));
        copy.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        copy.setAriaLabel(getTranslation("desk.CallerZone.copyNamed", shown));
        copy.getElement().setAttribute("aria-keyshortcuts", "y");
        copy.addClickListener(click -> {
            copy.getElement().executeJs("navigator.clipboard?.writeText($0)", shown);
            Notices.info(getTranslation("desk.CallerZone.copied", shown));
        });
        Div line = new Div(number, copy);
        line.addClassName("phone-line");
        return line;
    }

    private Component facts(CallbackSheet sheet, Wording wording) {
        CallbackRow row = sheet.row();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        add(facts, "reference", SpokenReference.of(row.reference()));
        add(facts, "company", Wording.company(row.siret()));
        email.removeAll();
        email.add(address(sheet.email()));
        failing = AnswerActions.failing(sheet, wording);
        facts.add(new DescriptionList.Term(getTranslation("desk.CallerZone.email")), email);
        add(facts, "region", wording.region(row.region()));
        add(facts, "sector", wording.sector(row.sector()));
        add(facts, "size", getTranslation("callback.size." + row.companySize()));
        add(facts, "received", wording.moment(row.receivedAt()));
        if (row.status() != CallbackStatus.CLOSED) {
            add(facts, "due", wording.moment(row.dueAt()));
        }
        if (!sheet.unavailable().isEmpty()) {
            String times =
                    sheet.unavailable().stream().map(wording::unavailability).collect(Collectors.joining("\u00A0; "));
            add(facts, "unavailable", times);
        }
        add(facts, "calls", calls(sheet.attempts(), wording));
        return facts;
    }

    private String calls(List<Attempt> attempts, Wording wording) {
        if (attempts.isEmpty()) {
            return getTranslation("desk.CallerZone.calls.none");
        }
        Attempt last = attempts.getLast();
        String ended = last.outcome() == null
                ? getTranslation("desk.CallerZone.calls.going")
                : wording.outcome(last.outcome());
        return getTranslation("desk.CallerZone.calls.some", last.number(), wording.moment(last.startedAt()), ended);
    }

    private void add(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(getTranslation("desk.CallerZone." + key)),
                new DescriptionList.Description(value));
    }
}
