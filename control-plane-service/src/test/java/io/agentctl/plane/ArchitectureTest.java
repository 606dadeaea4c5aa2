package io.agentctl.plane;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's arrows within the control plane's service. */
@AnalyzeClasses(packages = "io.agentctl.plane", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.agentctl.plane.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_COMMANDS_OR_THE_SANDBOX =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.agentctl.cli..", "io.agentctl.sandbox..");

    @ArchTest
    static final ArchRule WHO_MAY_DO_WHAT_KNOWS_NO_SERVER = noClasses()
            .that()
            .resideInAnyPackage(
                    "..plane.identity..",
                    "..plane.access..",
                    "..plane.approval..",
                    "..plane.audit..",
                    "..control.team..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.helidon..", "..plane.http..", "..plane.run..");

    @ArchTest
    static final ArchRule DECISIONS_TALK_TO_NOBODY = noClasses()
            .that()
            .resideInAnyPackage("..plane.access..", "..plane.configuration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awssdk..", "io.helidon..", "java.net.http..");

    /** The composition root, which is in no package of its own, knows all. */
    @ArchTest
    static final ArchRule ONLY_THE_HTTP_SIDE_KNOWS_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackages("io.agentctl.plane.http..", "io.agentctl.plane")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule RUNS_KNOW_NEITHER_CALLERS_NOR_SCHEDULES = noClasses()
            .that()
            .resideInAPackage("..plane.run..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..plane.http..", "..plane.identity..", "..plane.schedule..");
}
