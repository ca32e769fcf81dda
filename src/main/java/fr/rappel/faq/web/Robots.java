package fr.rappel.faq.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** Tells pages that somebody reads from those that a programme asks for, or a browser ahead of its reader. */
final class Robots {

    /** What programmes that say who they are have in their name. */
    private static final Pattern NAMES = Pattern.compile(
            "bot|crawl|spider|slurp|preview|monitor|uptime|headless|curl|wget|python|java|http-?client|okhttp",
            Pattern.CASE_INSENSITIVE);

    private Robots() {}

    static boolean ask(HttpServletRequest request) {
        String name = request.getHeader(HttpHeaders.USER_AGENT);
        return !"GET".equals(request.getMethod())
                || name == null
                || NAMES.matcher(name).find()
                || Stream.of("Sec-Purpose", "Purpose", "X-Moz")
                        .map(request::getHeader)
                        .anyMatch(Robots::isAhead);
    }

    private static boolean isAhead(@Nullable String purpose) {
        return purpose != null && (purpose.contains("prefetch") || purpose.contains("preview"));
    }
}
