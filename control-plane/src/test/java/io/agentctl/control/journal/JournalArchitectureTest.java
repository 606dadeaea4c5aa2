package io.agentctl.control.journal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.agentctl.control", importOptions = ImportOption.DoNotIncludeTests.class)
class JournalArchitectureTest {

    /** The local journal starts without the SDK. */
    @ArchTest
    static final ArchRule ONLY_THE_SHARED_JOURNAL_TOUCHES_AWS = noClasses()
            .that()
            .resideInAPackage("..journal..")
            .and()
            .haveNameNotMatching(".*\\.(DynamoDbJournal|JournalItems|JournalTable)(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..", "io.agentctl.control.aws..");

    /** Capabilities know the journal, not the other way round. */
    @ArchTest
    static final ArchRule THE_JOURNAL_KNOWS_NO_CAPABILITY = noClasses()
            .that()
            .resideInAPackage("..journal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..ecs..", "..rightsizing..", "..metrics..", "..pricing..", "..ops..");
}
