package fr.rappel;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.rappel.testing.DatabaseTest;
import fr.rappel.testing.Person;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;

/** Every public service method says who may call it, and refuses everybody else before it does anything. */
@DatabaseTest
class ServiceRolesTest {

    private static final List<String> ROLES = List.of("AGENT", "SUPERVISOR", "ADMIN");

    @Autowired
    private ApplicationContext context;

    @Test
    void everyMethodSaysWhoMayCallIt() {
        var methods = methods().toList();
        assertThat(methods).hasSizeGreaterThan(30);
        assertThat(methods)
                .allSatisfy(method -> assertThat(rule(method)).as("%s", method).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("people")
    void refusesWhoeverLacksTheRole(Person person) {
        var refused = methods().filter(method -> !mayCall(person, method)).toList();
        assertThat(refused).isNotEmpty();
        assertThat(refused).allSatisfy(method -> person.does(() -> assertRefused(method)));
    }

    static Stream<Person> people() {
        return Stream.of(Person.visitor(), Person.agent("amelie"), Person.supervisor("claire"));
    }

    private void assertRefused(Method method) {
        var service = context.getBean(method.getDeclaringClass());
        try {
            method.invoke(
                    service,
                    Arrays.stream(method.getParameterTypes())
                            .map(ServiceRolesTest::nothing)
                            .toArray());
            throw new AssertionError(method + " answered");
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).as("%s", method).isInstanceOf(AccessDeniedException.class);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Object nothing(Class<?> type) {
        return type == long.class ? (Object) 0L : type == int.class ? (Object) 0 : null;
    }

    private Stream<Method> methods() {
        return context.getBeansWithAnnotation(Service.class).values().stream()
                .map(AopUtils::getTargetClass)
                .filter(type -> type.getPackageName().startsWith("fr.rappel") && Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** Names of the roles that may call it, none for everybody; null if nobody thought of it. */
    private static List<String> rule(Method method) {
        if (method.isAnnotationPresent(AnonymousAllowed.class)) {
            return List.of();
        }
        var roles = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        if (roles != null) {
            assertThat(ROLES).containsAll(List.of(roles.value()));
            return List.of(roles.value());
        }
        return method.getDeclaringClass().isAnnotationPresent(AnonymousAllowed.class) ? List.of() : null;
    }

    private static boolean mayCall(Person person, Method method) {
        var allowed = rule(method);
        return allowed == null || allowed.isEmpty() || allowed.stream().anyMatch(person.roles()::contains);
    }
}
