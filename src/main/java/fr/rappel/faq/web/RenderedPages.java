package fr.rappel.faq.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * The pages of the current edition, each rendered once and kept as bytes: one copy for all visitors, dropped as a whole
 * when the edition changes. There are as many as addresses that exist, whatever visitors ask for.
 */
@Component
class RenderedPages {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Editions editions;

    private volatile @Nullable Print print;

    private record Print(Edition edition, Map<String, Page> pages) {}

    private record Page(byte[] bytes, String etag) {

        /** The tag is weak because the server compresses what it sends: same page, other bytes. */
        static Page of(String text) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            return new Page(bytes, "W/\"" + DigestUtils.md5DigestAsHex(bytes) + '"');
        }
    }

    RenderedPages(Editions editions) {
        this.editions = editions;
    }

    /** Answers with an HTML page that exists; browsers ask again each time, and are told when nothing has changed. */
    ResponseEntity<byte[]> html(String path, Function<Edition, String> render) {
        return answer(path, HTML, render);
    }

    ResponseEntity<byte[]> answer(String path, MediaType type, Function<Edition, String> render) {
        var edition = editions.current();
        var page = pagesOf(edition).computeIfAbsent(path, key -> Page.of(render.apply(edition)));
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noCache())
                .eTag(page.etag())
                .body(page.bytes());
    }

    private Map<String, Page> pagesOf(Edition edition) {
        var known = print;
        if (known != null && known.edition().equals(edition)) {
            return known.pages();
        }
        var fresh = new Print(edition, new ConcurrentHashMap<>());
        print = fresh;
        return fresh.pages();
    }
}
