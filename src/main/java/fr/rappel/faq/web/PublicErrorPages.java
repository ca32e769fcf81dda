package fr.rappel.faq.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says in French what happened and where to go on; a fault of ours is said without asking anything of the rest. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PublicErrorPages implements ErrorViewResolver {

    private final Editions editions;
    private final PageRenderer renderer;

    PublicErrorPages(Editions editions, PageRenderer renderer) {
        this.editions = editions;
        this.renderer = renderer;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (status.is5xxServerError()) {
            return null;
        }
        // A page that one may not open is, to who asks for it, a page that is not there.
        boolean missing = status == HttpStatus.NOT_FOUND
                || status == HttpStatus.FORBIDDEN && HttpMethod.GET.matches(request.getMethod());
        var html = renderer.render(missing ? "error/404" : "error/4xx", editions.current(), Map.of());
        var page = new ModelAndView((facts, asked, response) -> {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(html);
        });
        page.setStatus(status);
        return page;
    }
}
