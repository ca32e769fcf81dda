package fr.rappel.dossier;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where the console shows things of the copy. Numbers are other people's and may hold any sign, also those that servers
 * refuse in a path: they stand in the query.
 *
 * @param purpose why they are read; if it is null the page asks
 */
public record CopyAddress(@Nullable Purpose purpose) {

    public static final String SEARCH = "console/recherche";
    public static final String DOSSIERS = "console/dossiers";
    public static final String DOCUMENTS = "console/documents";
    public static final String FILES = "console/fichiers";
    public static final String ACCOUNTS = "console/comptes";

    /** Name of the parameter that holds what is searched. */
    public static final String TEXT = "q";

    /** Name of the parameter that holds the number of a dossier or document, or the address of an account. */
    public static final String NUMBER = "numero";

    /** Name of the parameter that asks for contents to be downloaded, with any value. */
    public static final String DOWNLOAD = "telecharger";

    /** The address for whoever says nothing of a purpose. */
    public static CopyAddress unstated() {
        return new CopyAddress(null);
    }

    /** The address for whoever reads during that request. */
    public static CopyAddress during(String request) {
        return new CopyAddress(Purpose.request(request));
    }

    /** The call sheet of a request. */
    public static String request(String reference) {
        return "console/demandes/" + reference;
    }

    public String search(String text) {
        return of(SEARCH, TEXT, text);
    }

    /** The same text, and what its dossiers were narrowed by. */
    public String search(String text, SearchFilter filter) {
        return search(text)
                + filter.query().entrySet().stream()
                        .map(entry -> '&' + entry.getKey() + '=' + entry.getValue())
                        .collect(Collectors.joining());
    }

    public String dossier(String number) {
        return of(DOSSIERS, NUMBER, number);
    }

    public String document(String id) {
        return of(DOCUMENTS, NUMBER, id);
    }

    /** An account and what it is linked to. */
    public String account(String email) {
        return of(ACCOUNTS, NUMBER, email);
    }

    /** The contents themselves, shown by the browser if they may be. */
    public String file(String id) {
        return of(FILES, NUMBER, id);
    }

    public String download(String id) {
        return file(id) + '&' + DOWNLOAD + "=oui";
    }

    /**
     * What a number in a text leads to.
     *
     * @param written as the text has it
     */
    public String of(Mention mention, String written) {
        return mention.kind() == HitKind.DOSSIER ? dossier(mention.id()) : search(written);
    }

    private String of(String page, String parameter, String value) {
        String address = page + '?' + parameter + '=' + UriUtils.encode(value, StandardCharsets.UTF_8);
        return purpose == null ? address : address + '&' + StatedPurpose.query(purpose);
    }
}
