package fr.rappel.faq.web;

import fr.rappel.faq.PageFrame;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Pages of other modules, in the frame of this moment. */
@Component
class CurrentFrame implements PageFrame {

    private final Editions editions;
    private final PageRenderer renderer;

    CurrentFrame(Editions editions, PageRenderer renderer) {
        this.editions = editions;
        this.renderer = renderer;
    }

    @Override
    public String page(String template, Map<String, ?> facts) {
        return renderer.render(template, editions.current(), facts);
    }
}
