package fr.rappel.desk.ui;

import fr.rappel.dossier.Purpose;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks something of the copy.
 *
 * @param email of who asks, empty if it is not known yet
 * @param siret of who asks, empty if it is not known yet
 * @param toNote adds a text to the note being typed; null if there is no note to type
 */
record CopyQuestion(
        String email,
        String siret,
        Purpose purpose,
        Wording wording,
        @Nullable Consumer<String> toNote) {}
