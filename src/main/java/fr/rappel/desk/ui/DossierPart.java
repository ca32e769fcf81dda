package fr.rappel.desk.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import fr.rappel.dossier.Dossier;
import fr.rappel.dossier.OpenDossier;
import fr.rappel.dossier.Profile;
import fr.rappel.dossier.Subject;
import fr.rappel.shared.ui.StateChip;
import java.util.List;
import java.util.stream.Stream;

/** The company's open dossiers: where each stands and what keeps it from going on, ready to be said. */
class DossierPart extends Div {

    private static final int UNFOLDED = 10;

    private final HeldRequest request;
    private final LinkedSubjects linked;

    /**
     * @param more whether there may be more than these
     */
    DossierPart(String siren, List<OpenDossier> dossiers, boolean more, HeldRequest request, LinkedSubjects linked) {
        this.request = request;
        this.linked = linked;
        addClassNames("block", "dossier-part");
        add(new H2(getTranslation("desk.DossierPart.title")));
        if (dossiers.isEmpty()) {
            add(new Paragraph(getTranslation("desk.DossierPart.none")));
        } else {
            add(lines(dossiers.stream().limit(UNFOLDED)));
        }
        int folded = dossiers.size() - UNFOLDED;
        if (folded > 0) {
            add(new NativeDetails(
                    getTranslation(more ? "desk.DossierPart.atLeast" : "desk.DossierPart.more", folded),
                    lines(dossiers.stream().skip(UNFOLDED))));
        }
        add(new Anchor(request.address().search(siren), getTranslation("desk.DossierPart.all")));
    }

    private UnorderedList lines(Stream<OpenDossier> dossiers) {
        UnorderedList list = new UnorderedList();
        dossiers.map(this::line).forEach(list::add);
        return list;
    }

    private ListItem line(OpenDossier open) {
        Dossier dossier = open.dossier();
        StateChip status = new StateChip(
                getTranslation(dossier.status().messageKey()), dossier.status().tone());
        Span what = new Span(Wording.phrase(
                getTranslation(dossier.type().messageKey()),
                dossier.trainee(),
                open.profile() == Profile.ORGANISME_FORMATION ? getTranslation("desk.DossierPart.asProvider") : ""));
        return new ListItem(
                new Anchor(request.address().dossier(dossier.number()), dossier.number()),
                status,
                linked.toggle(
                        Subject.DOSSIER,
                        dossier.number(),
                        getTranslation("desk.LinkedSubjects." + Subject.DOSSIER, dossier.number())),
                what,
                blockers(open));
    }

    private Component blockers(OpenDossier open) {
        if (open.blockers().isEmpty()) {
            Span nothing = new Span(getTranslation("desk.DossierPart.nothing"));
            nothing.addClassName("quiet");
            return nothing;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("blockers");
        open.blockers().stream()
                .map(blocker -> new ListItem(request.wording().blocker(blocker)))
                .forEach(list::add);
        return list;
    }
}
