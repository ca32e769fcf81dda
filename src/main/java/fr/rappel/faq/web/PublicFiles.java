package fr.rappel.faq.web;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Styles and scripts. With the version of its content in its name a file may be kept for a year; under its plain name,
 * as the console asks for it, browsers check each time whether it has changed.
 */
@Configuration(proxyBeanMethods = false)
class PublicFiles implements WebMvcConfigurer {

    private static final CacheControl FOR_GOOD =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

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
                .addResourceLocations("classpath:/META-INF/resources/" + folder + '/')
                .setCacheControl(caching)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
