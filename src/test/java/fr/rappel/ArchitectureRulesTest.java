package fr.rappel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import misfits.Misfits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that cannot fail guards nothing: each one finds its misfit. */
class ArchitectureRulesTest {

    private static final JavaClasses MISFITS = new ClassFileImporter().importPackagesOf(Misfits.class);

    @ParameterizedTest(name = "{1}")
    @MethodSource
    void findsItsMisfit(ArchRule rule, String misfit) {
        var result = rule.evaluate(MISFITS);

        assertThat(result.getFailureReport().getDetails())
                .isNotEmpty()
                .allSatisfy(detail -> assertThat(detail).contains(misfit));
    }

    @Test
    void refusesProfilesAndConditionsAlike() {
        assertThat(ArchitectureTest.beansDependOnNoSetting
                        .evaluate(MISFITS)
                        .getFailureReport()
                        .getDetails())
                .anySatisfy(detail -> assertThat(detail).contains("OnlyInDemo"))
                .anySatisfy(detail -> assertThat(detail).contains("OnlyWithSetting"));
    }

    static Stream<Arguments> findsItsMisfit() {
        return Stream.of(
                arguments(ArchitectureTest.innerClassesStayInTheirPackage, "Misfits$"),
                arguments(ArchitectureTest.scheduledMethodsStayInTheirPackage, "ScheduledInPublic"),
                arguments(ArchitectureTest.vaadinStaysOnTheScreen, "Misfits$"),
                arguments(ArchitectureTest.everyRouteSaysWhoMayOpenIt, "ViewWithBoth"),
                arguments(ArchitectureTest.everyUseCaseSaysWhoMayCallIt, "ServiceWithout"),
                arguments(ArchitectureTest.filesAreKeptAndJudgedInOnePlace, "JudgesFiles"),
                arguments(ArchitectureTest.permitAllIsBanned, "Permits"),
                arguments(ArchitectureTest.timeComesFromTheClock, "OwnTime"),
                arguments(ArchitectureTest.namesSayWhatThingsAre, "DateHelper"),
                arguments(ArchitectureTest.dependenciesArriveThroughTheConstructor, "Injected"),
                arguments(ArchitectureTest.beansDependOnNoSetting, "Only"),
                arguments(ArchitectureTest.oneWayToLog, "Prints"));
    }
}
