package fr.rappel.refresh;

import fr.rappel.shared.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** What the header of a file has to name. */
@Service
@RolesAllowed(Roles.ADMIN)
public class ImportColumns {

    private final ImportFormats formats;

    ImportColumns(ImportFormats formats) {
        this.formats = formats;
    }

    /** Columns that must be there, with a value in each line. */
    public List<String> required(ImportKind kind) {
        return columns(kind, true);
    }

    /** Columns that may be left out; what they would fill is then emptied. */
    public List<String> optional(ImportKind kind) {
        return columns(kind, false);
    }

    private List<String> columns(ImportKind kind, boolean required) {
        return formats.of(kind).fields().entrySet().stream()
                .filter(field -> field.getValue() == required)
                .map(Map.Entry::getKey)
                .toList();
    }
}
