package fr.rappel.faq.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ContentVersionStrategy;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles and scripts. With the version of its content in its name a file may be kept for a year; under its plain name,
 * as the console asks for it, browsers check each time whether it has changed.
 */
@Configuration(proxyBeanMethods = false)
class PublicFiles implements WebMvcConfigurer {

    private static final String ROOT = "META-INF/resources";
    private static final ContentVersionStrategy VERSION = new ContentVersionStrategy();

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** The address of a file, such as {@code /styles/public.css}, with the version of its content. */
    String address(String path) {
        return VERSION.addVersion(path, VERSION.getResourceVersion(new ClassPathResource(ROOT + path)));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Before Vaadin's servlet, which would serve the same files under their plain names only.
        registry.setOrder(1);
        for (var folder : new String[] {"styles", "scripts"}) {
            serve(registry, folder, "/{file:[a-z-]+-[0-9a-f]{32}\\.[a-z]+}", FOR_GOOD);
            serve(registry, folder, "/*", CacheControl.noCache());
        }
    }

    private static void serve(ResourceHandlerRegistry registry, String folder, String pattern, CacheControl caching) {
        registry.addResourceHandler('/' + folder + pattern)
                .addResourceLocations("classpath:/" + ROOT + '/' + folder + '/')
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addVersionStrategy(VERSION, "/**"));
    }
}
