package fr.rappel.dossier.ui;

import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.StatedPurpose;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;

/** Where the console shows things of the copy. Numbers are other people's and may hold any sign, slashes included. */
final class ConsoleAddress {

    private ConsoleAddress() {}

    static String dossier(String number) {
        return "console/dossiers/" + path(number);
    }

    static String dossier(String number, Purpose purpose) {
        return dossier(number) + '?' + StatedPurpose.query(purpose);
    }

    static String document(String id) {
        return "console/documents/" + path(id);
    }

    static String document(String id, Purpose purpose) {
        return document(id) + '?' + StatedPurpose.query(purpose);
    }

    /** The contents themselves, shown by the browser if they may be. */
    static String file(String id, Purpose purpose) {
        return "console/fichiers/" + path(id) + '?' + StatedPurpose.query(purpose);
    }

    static String download(String id, Purpose purpose) {
        return file(id, purpose) + "&telecharger=oui";
    }

    static String request(String reference) {
        return "console/demandes/" + reference;
    }

    private static String path(String number) {
        return UriUtils.encodePath(number, StandardCharsets.UTF_8);
    }
}
