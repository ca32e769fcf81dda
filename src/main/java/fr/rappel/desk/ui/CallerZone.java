package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouterLink;
import fr.rappel.callback.CallbackRow;
import fr.rappel.callback.CallbackSheet;
import fr.rappel.shared.PhoneNumber;

/** Who is calling: name, number, company, and what they wrote. */
class CallerZone extends Section {

    private final Wording wording;

    CallerZone(Wording wording) {
        this.wording = wording;
        addClassNames("zone", "caller");
        getElement().setAttribute("aria-label", getTranslation("desk.CallerZone.title"));
    }

    void show(CallbackSheet sheet) {
        removeAll();
        CallbackRow row = sheet.row();
        Span state = new Span(wording.state(row, getLocale()));
        state.addClassName("state");
        state.getElement().setAttribute("data-state", wording.stateKind(row));
        Span reference = new Span(row.reference());
        reference.addClassName("reference");
        RouterLink back = new RouterLink(getTranslation("desk.CallSheetView.back"), WorkListView.class);
        back.getElement().setAttribute("aria-keyshortcuts", "u");
        Div line = new Div(back, state, reference);
        line.addClassName("caller-line");
        Paragraph message = new Paragraph(sheet.message());
        message.addClassName("message");
        add(
                line,
                new H1(row.firstName() + " " + row.lastName()),
                phone(row.phone()),
                facts(sheet),
                new H2(getTranslation("desk.CallerZone.message", wording.topic(row.topic()))),
                message);
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
            copy.getElement().executeJs("navigator.clipboard.writeText($0)", shown);
            Notices.info(this, getTranslation("desk.CallerZone.copied", shown));
        });
        Div line = new Div(number, copy);
        line.addClassName("phone-line");
        return line;
    }

    private Component facts(CallbackSheet sheet) {
        CallbackRow row = sheet.row();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        add(facts, "company", Wording.company(row.siret()));
        add(facts, "email", sheet.email());
        add(facts, "region", wording.region(row.region()));
        add(facts, "sector", wording.sector(row.sector()));
        add(facts, "size", getTranslation("callback.size." + row.companySize()));
        add(facts, "received", wording.moment(row.receivedAt()));
        add(facts, "due", wording.moment(row.dueAt()));
        return facts;
    }

    private void add(DescriptionList facts, String key, String value) {
        facts.add(
                new DescriptionList.Term(getTranslation("desk.CallerZone." + key)),
                new DescriptionList.Description(value));
    }
}
