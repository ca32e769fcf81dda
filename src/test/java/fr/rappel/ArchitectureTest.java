package fr.rappel;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.stream.Stream;
import org.quartz.Job;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;

/** What the compiler cannot refuse. Each rule gives its reason; {@link ArchitectureRulesTest} shows that it can fail. */
@AnalyzeClasses(packagesOf = RappelApplication.class, importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule innerClassesStayInTheirPackage = noClasses()
            .that()
            .areAnnotatedWith(Entity.class)
            .or()
            .areAssignableTo(Repository.class)
            .or()
            .areAssignableTo(Job.class)
            .or()
            .areAnnotatedWith(Route.class)
            .or()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .bePublic()
            .because("entities, repositories, jobs, views and controllers are a module's own business");

    @ArchTest
    static final ArchRule scheduledMethodsStayInTheirPackage = noMethodsPublicWith(Scheduled.class)
            .because("nobody but the scheduler calls them, without a signed-in user");

    @ArchTest
    static final ArchRule vaadinStaysOnTheScreen = noClasses()
            .that()
            .resideOutsideOfPackages("..ui..", "fr.rappel.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.vaadin.flow.component..")
            .because("rules must run without a screen: in a job, in the API, in a test");

    @ArchTest
    static final ArchRule everyRouteSaysWhoMayOpenIt = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should(sayOnceWhoIsAllowed())
            .because("a view without it is closed to all, one with both is open to all");

    @ArchTest
    static final ArchRule everyUseCaseSaysWhoMayCallIt = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(describe("are public services", ArchitectureTest::isPublicService))
            .and(describe("are written by us", method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC)))
            .should(sayOnceWhoIsAllowedOrTheirClass())
            .because("security stands on both sides: a screen or an endpoint may forget, the service does not");

    @ArchTest
    static final ArchRule permitAllIsBanned = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(PermitAll.class)
            .because("it means \"signed in\" to Vaadin and \"everyone\" to Spring");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(RappelApplication.class.getName())
            .should()
            .callMethodWhere(describe(
                    "it asks the machine for the time",
                    call -> asksTheMachine(
                            call.getTargetOwner(),
                            call.getName(),
                            call.getTarget().getRawParameterTypes().isEmpty())))
            .orShould()
            .callConstructor(Date.class)
            .because("a test must be able to set the time: everything asks the injected Clock");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)")
            .because("such a name says nothing about what the class is for");

    @ArchTest
    static final ArchRule dependenciesArriveThroughTheConstructor = fields().should()
            .notBeAnnotatedWith(Autowired.class)
            .because("an object is complete when it exists, and a test can build it");

    @ArchTest
    static final ArchRule oneWayToLog = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("SLF4J is the one way to log");

    @ArchTest
    static final ArchRule noLombok = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("lombok..")
            .because("what the compiler sees is what the reader sees; records do the rest");

    @ArchTest
    static final ArchRule filesAreKeptAndJudgedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("fr.rappel.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.tika..", "software.amazon..")
            .because("what a file is and where it lies is decided once, for documents and for what visitors send");

    @ArchTest
    static final ArchRule beansDependOnNoSetting = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.springframework\\..*\\.(Profile|Conditional\\w*)")
            .because("such conditions are decided when the jar is built, not where it runs (docs/decisions/0016)");

    private static boolean isPublicService(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC) && type.isAnnotatedWith(Service.class);
    }

    private static boolean asksTheMachine(JavaClass owner, String method, boolean withoutParameters) {
        if (owner.isEquivalentTo(Clock.class)) {
            return method.startsWith("system") || method.startsWith("tick");
        }
        if (owner.isEquivalentTo(System.class)) {
            return method.equals("currentTimeMillis");
        }
        boolean isMoment = Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class)
                .anyMatch(owner::isEquivalentTo);
        return isMoment && method.equals("now") && withoutParameters;
    }

    private static ArchRule noMethodsPublicWith(Class<? extends java.lang.annotation.Annotation> annotation) {
        return methods().that().areAnnotatedWith(annotation).should().notBePublic();
    }

    private static boolean saysOnce(CanBeAnnotated where) {
        return where.isAnnotatedWith(AnonymousAllowed.class) != where.isAnnotatedWith(RolesAllowed.class);
    }

    private static boolean saysNothing(CanBeAnnotated where) {
        return !where.isAnnotatedWith(AnonymousAllowed.class) && !where.isAnnotatedWith(RolesAllowed.class);
    }

    private static ArchCondition<JavaClass> sayOnceWhoIsAllowed() {
        return condition(type -> saysOnce(type));
    }

    private static ArchCondition<JavaMethod> sayOnceWhoIsAllowedOrTheirClass() {
        return condition(method -> saysOnce(method) || saysNothing(method) && saysOnce(method.getOwner()));
    }

    private static <T extends com.tngtech.archunit.core.domain.properties.HasName> ArchCondition<T> condition(
            java.util.function.Predicate<T> holds) {
        return new ArchCondition<>("have exactly one of @AnonymousAllowed and @RolesAllowed") {
            @Override
            public void check(T item, ConditionEvents events) {
                if (!holds.test(item)) {
                    String where = item instanceof JavaMember member ? member.getFullName() : item.getName();
                    events.add(SimpleConditionEvent.violated(item, where + " has not exactly one of them"));
                }
            }
        };
    }
}
