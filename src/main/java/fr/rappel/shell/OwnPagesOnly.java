package fr.rappel.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses WebSockets that a page of somebody else opens: browsers send our cookie along with those, and no rule of
 * theirs keeps the answer from the foreign page.
 */
class OwnPagesOnly extends OncePerRequestFilter {

    private final OwnOrigin own;

    /**
     * @param publicUrl where the public reaches this installation, if a proxy changes the host
     */
    OwnPagesOnly(String publicUrl) {
        this.own = new OwnOrigin(publicUrl);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !own.is(origin, request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
