package io.agentctl.control;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The house's arrows within the control plane. */
@AnalyzeClasses(packages = "io.agentctl.control", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.agentctl.control.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.agentctl.cli..", "io.agentctl.sandbox..", "picocli..", "org.jline..");

    @ArchTest
    static final ArchRule ADVICE_AND_PLANS_TALK_TO_NOBODY = noClasses()
            .that()
            .resideInAnyPackage(
                    "..control.plan..",
                    "..control.error..",
                    "..control.progress..",
                    "..control.pricing..",
                    "..control.fargate..",
                    "..control.rightsizing..",
                    "..control.race..",
                    "..control.performance.regression..",
                    "..control.performance.history..",
                    "..control.json..",
                    "..control.ops..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule PLANNERS_DO_NOT_TALK_TO_AWS = classes()
            .that()
            .haveSimpleNameEndingWith("Planner")
            .or()
            .haveSimpleNameStartingWith("Plan")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("software.amazon.awssdk..");
}
