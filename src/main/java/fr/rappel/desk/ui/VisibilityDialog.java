package fr.rappel.desk.ui;

import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.dossier.DossierNotFound;
import fr.rappel.dossier.DossierVisibility;
import fr.rappel.dossier.VisibilityAnswer;
import java.util.List;

/** "Why can't I see my dossier?": what is found, and the one thing to tell. What the request says is asked at once. */
class VisibilityDialog extends AnswerDialog {

    private final DossierVisibility visibility;
    private final HeldRequest request;
    private final TextField email = new TextField();
    private final TextField wanted = new TextField();

    VisibilityDialog(DossierVisibility visibility, HeldRequest request) {
        super("desk.VisibilityDialog.", request);
        this.visibility = visibility;
        this.request = request;
        email.setLabel(getTranslation("desk.VisibilityDialog.email"));
        email.setValue(request.email());
        email.setMaxLength(254);
        wanted.setLabel(getTranslation("desk.VisibilityDialog.wanted"));
        wanted.setValue(Wording.company(request.row().siret()));
        wanted.setMaxLength(40);
        ask(wanted, email, wanted);
        confirm();
    }

    @Override
    void find() {
        if (email.getValue().isBlank() || wanted.getValue().isBlank()) {
            refuse("desk.VisibilityDialog.missing");
            return;
        }
        try {
            VisibilityAnswer found = visibility.explain(email.getValue(), wanted.getValue(), request.purpose());
            Wording wording = request.wording();
            answer(List.of(
                    found.sentence(wording.vocabulary().messages(), wording.locale()),
                    found.action(wording.vocabulary().messages(), wording.locale())));
        } catch (DossierNotFound unknown) {
            refuse("desk.VisibilityDialog.unknown");
        }
    }
}
