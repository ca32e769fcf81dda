package fr.rappel.desk.ui;

import fr.rappel.dossier.HitKind;
import fr.rappel.dossier.Mention;
import fr.rappel.dossier.Purpose;
import fr.rappel.dossier.StatedPurpose;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where the console shows things of the copy. The address says for which request they are read; without one, the page
 * asks why. Numbers are other people's and may hold any sign.
 *
 * @param request reference; null if the reader does not hold the request
 */
record CopyAddress(@Nullable String request) {

    static final String SEARCH = "console/recherche";

    String dossier(String number) {
        return "console/dossiers/" + UriUtils.encodePath(number, StandardCharsets.UTF_8) + stated('?');
    }

    String document(String id) {
        return "console/documents/" + UriUtils.encodePath(id, StandardCharsets.UTF_8) + stated('?');
    }

    String search(String text) {
        return SEARCH + "?q=" + UriUtils.encode(text, StandardCharsets.UTF_8) + stated('&');
    }

    /**
     * What a number in a text leads to.
     *
     * @param written as the text has it
     */
    String of(Mention mention, String written) {
        return mention.kind() == HitKind.DOSSIER ? dossier(mention.id()) : search(written);
    }

    private String stated(char sign) {
        return request == null ? "" : sign + StatedPurpose.query(Purpose.request(request));
    }
}
