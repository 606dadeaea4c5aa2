package io.agentctl.governance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What the function may know: a start pays for everything. */
@AnalyzeClasses(packages = "io.agentctl.governance", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule OF_OURS_ONLY_POLICIES_ARE_KNOWN = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.agentctl.control..", "io.agentctl.cli..", "io.agentctl.sandbox..", "io.agentctl.runtime..");

    @ArchTest
    static final ArchRule ONLY_THE_HANDLER_KNOWS_LAMBDA_AND_CLIENTS = noClasses()
            .that()
            .doNotHaveSimpleName("GovernanceHandler")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.amazonaws..", "software.amazon..");

    @ArchTest
    static final ArchRule NOTHING_RUNS_BETWEEN_INVOCATIONS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread");
}
