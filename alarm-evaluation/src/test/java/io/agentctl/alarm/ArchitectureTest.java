package io.agentctl.alarm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.agentctl.alarm", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule NEEDS_NOTHING_BUT_JAVA =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.agentctl.alarm..");

    @ArchTest
    static final ArchRule READS_NO_FILE_AND_NO_CLOCK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.net..");
}
