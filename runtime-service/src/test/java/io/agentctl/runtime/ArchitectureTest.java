package io.agentctl.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's arrows within the runtime. */
@AnalyzeClasses(packages = "io.agentctl.runtime", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.agentctl.runtime.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule OF_OURS_ONLY_POLICIES_ARE_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.agentctl.control..", "io.agentctl.cli..", "io.agentctl.sandbox..");

    @ArchTest
    static final ArchRule ONLY_THE_HTTP_SIDE_KNOWS_THE_SERVER = noClasses()
            .that()
            .resideOutsideOfPackage("io.agentctl.runtime.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.helidon..");

    @ArchTest
    static final ArchRule DISPATCHING_KNOWS_NO_HTTP_AND_NO_AWS = noClasses()
            .that()
            .resideInAnyPackage("io.agentctl.runtime.dispatch..", "io.agentctl.runtime.configuration..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.agentctl.runtime.http..",
                    "io.agentctl.runtime.policy..",
                    "io.agentctl.runtime.telemetry..",
                    "software.amazon.awssdk..");

    @ArchTest
    static final ArchRule BACK_ENDS_KNOW_NEITHER_REQUESTS_NOR_POLICIES = noClasses()
            .that()
            .resideInAPackage("io.agentctl.runtime.backend..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.agentctl.policies..",
                    "io.agentctl.runtime.http..",
                    "io.agentctl.runtime.dispatch..",
                    "io.agentctl.runtime.policy..");
}
