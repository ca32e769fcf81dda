package fr.rappel.refresh;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The client of the live source, where there is one, and the breaker before it. */
@Configuration(proxyBeanMethods = false)
class LiveSourceConfiguration {

    private static final float ALL = 100;

    /** Null without an address. Not a condition of the bean, which would be decided when the application is built. */
    @Bean
    @Nullable
    LiveSource liveSource(LiveSourceProperties properties) {
        URI url = properties.url();
        if (url == null) {
            return null;
        }
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(properties.timeout());
        RestClient.Builder client = RestClient.builder()
                .baseUrl(url.toString())
                .requestFactory(requests)
                .requestInterceptor(WholeAnswer.upTo(properties.maxSize()));
        String token = properties.token();
        if (token != null) {
            client.defaultHeaders(headers -> headers.setBearerAuth(token));
        }
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client.build()))
                .build()
                .createClient(LiveSource.class);
    }

    @Bean
    CircuitBreaker liveSourceBreaker(LiveSourceProperties properties, Clock clock) {
        return CircuitBreaker.of(
                "live-source",
                CircuitBreakerConfig.custom()
                        .clock(clock)
                        .slidingWindowSize(properties.failures())
                        .minimumNumberOfCalls(properties.failures())
                        .failureRateThreshold(ALL)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(properties.pause())
                        // It answered, if only that it does not know.
                        .ignoreExceptions(HttpClientErrorException.class)
                        .build());
    }
}
