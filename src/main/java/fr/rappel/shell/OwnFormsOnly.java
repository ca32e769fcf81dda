package fr.rappel.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that a page of somebody else sends, as far as the browser says from where it comes. Pages that hide their
 * address send "null" as their origin, also to themselves: then only {@code Sec-Fetch-Site} tells, or else the token that
 * every form carries.
 */
class OwnFormsOnly extends OncePerRequestFilter {

    private static final String HIDDEN = "null";
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final OwnOrigin own;

    /**
     * @param publicUrl where the public reaches this installation, if a proxy changes the host
     */
    OwnFormsOnly(String publicUrl) {
        this.own = new OwnOrigin(publicUrl);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        boolean foreign = site != null && !OURS.contains(site)
                || origin != null && !origin.equals(HIDDEN) && !own.is(origin, request);
        if (foreign) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
