package io.agentctl.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom in the sandbox. */
@AnalyzeClasses(packages = "io.agentctl.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NOTHING_OF_THE_PRODUCT =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("io.agentctl.control..", "io.agentctl.cli..");

    @ArchTest
    static final ArchRule PROTOCOLS_KNOW_NO_SERVICE = classes()
            .that()
            .resideInAPackage("..sandbox.protocol..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "..sandbox.protocol..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "software.amazon.awssdk.core..",
                    "software.amazon.awssdk.awscore..",
                    "software.amazon.awssdk.utils..");

    @ArchTest
    static final ArchRule TIME_AND_WORKLOADS_ARE_PLAIN_JAVA = classes()
            .that()
            .resideInAnyPackage("..sandbox.time..", "..sandbox.workload..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..sandbox.time..", "..sandbox.workload..", "java..");

    @ArchTest
    static final ArchRule WHAT_IS_SIMULATED_KNOWS_NEITHER_WORLDS_NOR_HTTP = noClasses()
            .that()
            .resideInAnyPackage(
                    "..sandbox.ecs..",
                    "..sandbox.metrics..",
                    "..sandbox.alarm..",
                    "..sandbox.cloudwatch..",
                    "..sandbox.sns..",
                    "..sandbox.logs..",
                    "..sandbox.dashboard..",
                    "..sandbox.scaling..",
                    "..sandbox.identity..",
                    "..sandbox.lambda..",
                    "..sandbox.sqs..",
                    "..sandbox.table..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..sandbox.world..", "..sandbox.http..", "com.sun.net.httpserver..");

    /** Its main class runs beside code of others, which shall not meet the sandbox's libraries. */
    @ArchTest
    static final ArchRule THE_PROCESS_OF_A_FUNCTION_IS_PLAIN_JAVA = classes()
            .that()
            .haveFullyQualifiedName("io.agentctl.sandbox.function.Bootstrap")
            .or()
            .haveFullyQualifiedName("io.agentctl.sandbox.function.EventContext")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("..sandbox.function..", "java..");

    @ArchTest
    static final ArchRule CODE_OF_FUNCTIONS_IS_RUN_FOR_WHOEVER_ASKS = noClasses()
            .that()
            .resideInAPackage("..sandbox.function..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..sandbox.lambda..", "..sandbox.world..", "..sandbox.http..");
}
