package fr.rappel.dossier.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.Dossier;
import fr.rappel.dossier.DossierSheet;
import fr.rappel.dossier.DossierStatus;
import fr.rappel.dossier.StatusChange;
import fr.rappel.shared.Siret;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an agent says first: what blocks the dossier, then who, when and how much, then how it came to stand there. */
class DossierState extends Div {

    private final DossierWording wording;
    private final DescriptionList facts = new DescriptionList();

    DossierState(DossierSheet sheet, DossierWording wording) {
        this.wording = wording;
        addClassName("dossier-state");
        facts.addClassName("facts");
        describe(sheet);
        add(blockers(sheet), section("facts", facts), section("history", history(sheet.history())));
    }

    private Component blockers(DossierSheet sheet) {
        Section section = section("blockers");
        section.addClassName("panel");
        if (sheet.blockers().isEmpty()) {
            section.add(new Paragraph(getTranslation(unblocked(sheet.dossier().status()))));
            return section;
        }
        UnorderedList list = new UnorderedList();
        sheet.blockers().forEach(blocker -> list.add(new ListItem(wording.blocker(blocker, getLocale()))));
        section.add(list);
        return section;
    }

    /** Only of a dossier paid in full is nothing expected. */
    private static String unblocked(DossierStatus status) {
        if (status.isOpen()) {
            return "dossier.DossierState.nothing";
        }
        return status == DossierStatus.SOLDE ? "dossier.DossierState.settled" : "dossier.DossierState.closed";
    }

    private void describe(DossierSheet sheet) {
        Dossier dossier = sheet.dossier();
        fact("type", getTranslation(dossier.type().messageKey()));
        fact("trainee", dossier.trainee());
        fact("employer", named(sheet.employer(), dossier.employerSiret()));
        if (dossier.providerSiret() != null) {
            fact("provider", named(sheet.provider(), dossier.providerSiret()));
        }
        fact("activityNumber", dossier.providerNda());
        day("startsOn", dossier.startsOn());
        day("endsOn", dossier.endsOn());
        amount("amountAsked", dossier.amountAsked());
        amount("amountGranted", dossier.amountGranted());
        day("completeAt", dossier.completeAt() == null ? null : wording.dayOf(dossier.completeAt()));
        day("decisionDue", dossier.decisionDue());
        fact("refusalReason", dossier.refusalReason());
        fact("decaNumber", dossier.decaNumber());
        fact("opcoNumber", dossier.opcoNumber());
    }

    private Component history(List<StatusChange> changes) {
        if (changes.isEmpty()) {
            return new Paragraph(getTranslation("dossier.DossierState.history.none"));
        }
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        changes.reversed().forEach(change -> {
            Span when = new Span(wording.moment(change.at(), getLocale()));
            when.addClassName("when");
            list.add(new ListItem(when, new Span(getTranslation(change.status().messageKey()))));
        });
        return list;
    }

    private void day(String key, @Nullable LocalDate day) {
        fact(key, day == null ? null : DossierWording.day(day, getLocale()));
    }

    private void amount(String key, @Nullable Long cents) {
        fact(key, cents == null ? null : DossierWording.euros(cents));
    }

    /** What is not known has no line. */
    private void fact(String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.add(
                    new DescriptionList.Term(getTranslation("dossier.DossierState." + key)),
                    new DescriptionList.Description(value));
        }
    }

    private static String named(@Nullable String name, String siret) {
        String number = Siret.written(siret);
        return name == null ? number : name + ", " + number;
    }

    private Section section(String key, Component... contents) {
        Section section = new Section(new H2(getTranslation("dossier.DossierState." + key)));
        section.addClassName("block");
        section.add(contents);
        return section;
    }
}
