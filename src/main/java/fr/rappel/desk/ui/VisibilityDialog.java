package fr.rappel.desk.ui;

import com.vaadin.flow.component.textfield.TextField;
import fr.rappel.dossier.DossierNotFound;
import fr.rappel.dossier.DossierVisibility;
import fr.rappel.dossier.VisibilityAnswer;
import java.util.List;

/** "Why can't I see my dossier?": what is found, and the one thing to tell. What the request says is asked at once. */
class VisibilityDialog extends AnswerDialog {

    private final DossierVisibility visibility;
    private final CopyQuestion question;
    private final TextField email = new TextField();
    private final TextField wanted = new TextField();

    VisibilityDialog(DossierVisibility visibility, CopyQuestion question) {
        super("desk.VisibilityDialog.", question);
        this.visibility = visibility;
        this.question = question;
        email.setLabel(getTranslation("desk.VisibilityDialog.email"));
        email.setValue(question.email());
        email.setMaxLength(254);
        wanted.setLabel(getTranslation("desk.VisibilityDialog.wanted"));
        wanted.setValue(Wording.company(question.siret()));
        wanted.setMaxLength(40);
        ask(question.email().isEmpty() ? email : wanted, email, wanted);
        if (!question.siret().isEmpty()) {
            confirm();
        }
    }

    @Override
    void find() {
        if (email.getValue().isBlank() || wanted.getValue().isBlank()) {
            refuse("desk.VisibilityDialog.missing");
            return;
        }
        try {
            VisibilityAnswer found = visibility.explain(email.getValue(), wanted.getValue(), question.purpose());
            Wording wording = question.wording();
            answer(List.of(
                    found.sentence(wording.vocabulary().messages(), wording.locale()),
                    found.action(wording.vocabulary().messages(), wording.locale())));
        } catch (DossierNotFound unknown) {
            refuse("desk.VisibilityDialog.unknown");
        }
    }
}
