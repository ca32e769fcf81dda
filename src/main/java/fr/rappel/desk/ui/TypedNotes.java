package fr.rappel.desk.ui;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Notes that are being typed, by request, for as long as their writer is signed in: whoever leaves a call sheet to look
 * something up finds the note again.
 */
final class TypedNotes implements Serializable {

    private static final int MOST = 50;

    private final Map<String, String> notes = new LinkedHashMap<>();

    /** Those of the session of whoever is being served. */
    static TypedNotes current() {
        VaadinSession session = VaadinSession.getCurrent();
        TypedNotes kept = session.getAttribute(TypedNotes.class);
        if (kept == null) {
            kept = new TypedNotes();
            session.setAttribute(TypedNotes.class, kept);
        }
        return kept;
    }

    String of(String reference) {
        return notes.getOrDefault(reference, "");
    }

    /** Keeps the note as it stands now, among the last {@value #MOST}; an empty one is forgotten. */
    void keep(String reference, @Nullable String note) {
        notes.remove(reference);
        if (note == null || note.isBlank()) {
            return;
        }
        notes.put(reference, note);
        if (notes.size() > MOST) {
            notes.remove(notes.keySet().iterator().next());
        }
    }
}
