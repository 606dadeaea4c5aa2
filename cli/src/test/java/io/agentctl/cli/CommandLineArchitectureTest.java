package io.agentctl.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.agentctl.cli.command.Verb;

@AnalyzeClasses(packages = "io.agentctl.cli", importOptions = DoNotIncludeTests.class)
class CommandLineArchitectureTest {

    @ArchTest
    static final ArchRule awsIsBehindTheControlPlane =
            noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule theSandboxIsAnotherProcess =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.agentctl.sandbox..");

    @ArchTest
    static final ArchRule verbsAreTerse = classes()
            .that()
            .implement(Verb.class)
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages("io.agentctl.cli", "java.net..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = SlicesRuleDefinition.slices()
            .matching("io.agentctl.cli.(*)..")
            .should()
            .beFreeOfCycles();
}
