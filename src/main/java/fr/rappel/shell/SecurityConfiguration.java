package fr.rappel.shell;

import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import fr.rappel.shared.Roles;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.ExceptionMappingAuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Four doors, each denying what it does not name: the API (no session, HTTP Basic), the plain forms (no session, no
 * cookie, sent from our own pages only), the places where people work (Vaadin, session, form log-in) and, for everything
 * else, the plain public pages (no session, no cookie).
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity(jsr250Enabled = true)
class SecurityConfiguration {

    /** Plain pages run one small script of ours and nothing else. */
    static final String PUBLIC_CSP = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
            + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String LOG_IN = "/connexion";

    private static final String[] VAADIN_PATHS = {
        "/rappel", "/rappel/**", "/console", "/console/**", LOG_IN, "/deconnexion", "/VAADIN/**"
    };

    /** Contents of documents: the only pages of the console that Vaadin does not draw. */
    private static final String[] DOCUMENT_FILES = {"/console/fichiers", "/console/pieces-recues/**"};

    /** Plain forms: whoever knows such a page may send it, and nobody keeps a copy. */
    private static final String[] PLAIN_FORMS = {"/suivi/**", "/rappel/simple"};

    private static final String[] PUBLIC_PAGES = {
        "/",
        "/faq/**",
        "/recherche",
        "/mentions-legales",
        "/donnees-personnelles",
        "/accessibilite",
        "/plan-du-site",
        "/sitemap.xml",
        "/robots.txt",
        "/styles/**",
        "/scripts/**",
        "/aura/**",
        "/actuator/health/**"
    };

    /** Nobody reads a span per filter, and writing them took a fifth of the work of a request. */
    @Bean
    SecurityObservationSettings noSpanPerFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, AuthenticationEntryPoint askToSignIn, AccessDeniedHandler refuse) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/v1/callback-requests")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.GET, "/api/v1/opening-hours/**", "/api/v1/reference/*", "/api/v1/faq")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/docs/**", "/api/openapi/**", "/api/swagger-ui/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(askToSignIn))
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(askToSignIn).accessDeniedHandler(refuse))
                // No session and no cookie, hence nothing for a foreign page to ride on.
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> commonHeaders(headers)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; "
                                        + "base-uri 'none'; frame-ancestors 'none'")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain plainFormChain(HttpSecurity http, @Value("${rappel.public-url}") String publicUrl) {
        return withoutSession(http.securityMatcher(paths(PLAIN_FORMS)))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new OwnFormsOnly(publicUrl), AuthorizationFilter.class)
                .headers(headers -> commonHeaders(headers)
                        // The address of a follow-up page is its secret.
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PUBLIC_CSP)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain workplaceChain(
            HttpSecurity http, RequestUtil vaadin, @Value("${rappel.public-url}") String publicUrl) {
        return http.securityMatcher(new OrRequestMatcher(paths(VAADIN_PATHS), vaadin::isFrameworkInternalRequest))
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        configurer -> configurer
                                .loginView(LOG_IN, "/")
                                .defaultSuccessUrl("/console")
                                // It would exempt the log-in, and a foreign page could sign its visitors in as somebody
                                // else.
                                .enableCsrfConfiguration(false))
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(DOCUMENT_FILES).hasRole(Roles.AGENT))
                // Vaadin's own requests carry a key of their own.
                .csrf(csrf -> csrf.ignoringRequestMatchers(vaadin::isFrameworkInternalRequest)
                        .withObjectPostProcessor(staleLogIn()))
                .formLogin(form -> form.failureHandler(refusedLogIn()))
                // What is not there and what is not for oneself look the same.
                .exceptionHandling(
                        errors -> errors.accessDeniedHandler((request, response, refused) -> response.sendError(404)))
                .addFilterBefore(new OwnPagesOnly(publicUrl), CsrfFilter.class)
                .logout(logout -> logout.logoutUrl("/deconnexion"))
                .headers(headers -> commonHeaders(headers)
                        // Vaadin says how long its files keep, and its pages say that they do not.
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .withObjectPostProcessor(earlyHeaders()))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain publicChain(HttpSecurity http) {
        return withoutSession(http)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PUBLIC_PAGES)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, PUBLIC_PAGES)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> commonHeaders(headers)
                        .cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PUBLIC_CSP)))
                .build();
    }

    /** Nothing for a foreign page to ride on, and nothing to remember. */
    private static HttpSecurity withoutSession(HttpSecurity http) {
        // What is not served does not exist: a stranger learns nothing, a visitor reads the 404 page.
        return http.exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, refused) -> response.sendError(404)))
                .csrf(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    /** A log-in page may stay open until nobody knows it any more; it is shown again with a word about why. */
    private static ObjectPostProcessor<CsrfFilter> staleLogIn() {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends CsrfFilter> T postProcess(T filter) {
                filter.setAccessDeniedHandler(
                        (request, response, refused) -> response.sendRedirect(LOG_IN + "?expired"));
                return filter;
            }
        };
    }

    /** Vaadin's answers are complete before the filter comes to add its headers, unless it adds them first. */
    private static ObjectPostProcessor<HeaderWriterFilter> earlyHeaders() {
        return new ObjectPostProcessor<>() {
            @Override
            public <T extends HeaderWriterFilter> T postProcess(T filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }

    /** Tells who was refused from who could not be looked up. */
    private static AuthenticationFailureHandler refusedLogIn() {
        var handler = new ExceptionMappingAuthenticationFailureHandler();
        handler.setDefaultFailureUrl(LOG_IN + "?error");
        handler.setExceptionMappings(
                Map.of(InternalAuthenticationServiceException.class.getName(), LOG_IN + "?unavailable"));
        return handler;
    }

    private static HeadersConfigurer<HttpSecurity> commonHeaders(HeadersConfigurer<HttpSecurity> headers) {
        return headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(java.util.Arrays.stream(patterns)
                .map(pattern -> (RequestMatcher)
                        PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }
}
