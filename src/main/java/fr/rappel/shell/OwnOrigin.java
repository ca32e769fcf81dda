package fr.rappel.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Tells our own pages from those of others by the header {@code Origin}.
 *
 * @param publicUrl where the public reaches this installation, if a proxy changes the host
 */
record OwnOrigin(String publicUrl) {

    boolean is(String origin, HttpServletRequest request) {
        String authority = authority(origin);
        return authority != null
                && (authority.equals(request.getHeader(HttpHeaders.HOST)) || authority.equals(authority(publicUrl)));
    }

    private static @Nullable String authority(String url) {
        try {
            return new URI(url).getAuthority();
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
