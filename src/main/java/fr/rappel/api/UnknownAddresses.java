package fr.rappel.api;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** What the API does not have is answered by the API; otherwise the work places would answer with a page of theirs. */
@Configuration(proxyBeanMethods = false)
class UnknownAddresses {

    /** After the controllers, which have 0 and know about methods that an address does not accept. */
    private static final int AFTER_CONTROLLERS = 100;

    @Bean
    SimpleUrlHandlerMapping unknownApiAddresses(ApiRefusals refusals) {
        HttpRequestHandler notFound = (request, response) -> refusals.write(response, HttpStatus.NOT_FOUND);
        return new SimpleUrlHandlerMapping(Map.of("/api/v1/**", notFound), AFTER_CONTROLLERS);
    }
}
