package fr.rappel.refresh;

import java.util.Arrays;
import java.util.Locale;

/** What a file holds. A kind stands after those its rows refer to: runs that wait together are taken in this order. */
public enum ImportKind {
    COMPANIES,
    ACCOUNTS,
    RATTACHEMENTS,
    DOSSIERS,
    DOCUMENTS,
    INVOICES,
    PAYMENTS;

    /** Its name in addresses and at the beginning of file names, for instance {@code dossiers}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of that name.
     *
     * @throws UnknownImportKind if there is none
     */
    public static ImportKind of(String slug) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug().equals(slug))
                .findFirst()
                .orElseThrow(UnknownImportKind::new);
    }

    /** Key of its name in the translation bundle. */
    public String messageKey() {
        return "refresh.kind." + name();
    }
}
