package fr.rappel.desk.ui;

import fr.rappel.callback.CallbackRow;
import fr.rappel.dossier.CopyAddress;
import fr.rappel.dossier.Purpose;
import java.util.function.Consumer;

/**
 * A request in the hands of whoever reads its sheet.
 *
 * @param email of the caller
 * @param toNote adds a text to the note being typed
 */
record HeldRequest(CallbackRow row, String email, Wording wording, Consumer<String> toNote) {

    String reference() {
        return row.reference();
    }

    CopyAddress address() {
        return CopyAddress.during(reference());
    }

    /** What its caller may ask. */
    CopyQuestion question() {
        return new CopyQuestion(email, row.siret(), purpose(), wording, toNote);
    }

    Purpose purpose() {
        return Purpose.request(reference());
    }
}
