package io.agentctl.policies;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.agentctl.policies", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_AS_THEY_SAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("document")
            .definedBy("..policies.document..")
            .layer("fact")
            .definedBy("..policies.fact..")
            .layer("compile")
            .definedBy("..policies.compile..")
            .layer("engine")
            .definedBy("..policies.engine..")
            .layer("testing")
            .definedBy("..policies.testing..")
            .layer("rollout")
            .definedBy("..policies.rollout..")
            .layer("store")
            .definedBy("..policies.store..")
            .layer("serving")
            .definedBy("..policies.serving..")
            .whereLayer("compile")
            .mayOnlyBeAccessedByLayers("engine", "testing", "rollout", "store", "serving")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("testing", "rollout", "store", "serving")
            .whereLayer("serving")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("testing")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule ONLY_THE_COMPILER_KNOWS_CEL = noClasses()
            .that()
            .resideOutsideOfPackage("..policies.compile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.cel..", "com.google..");

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_AWS = noClasses()
            .that()
            .resideOutsideOfPackage("..policies.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..");

    /** Policies are used by the runtime and by the control plane, and know neither. */
    @ArchTest
    static final ArchRule POLICIES_KNOW_NO_PROGRAM = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.agentctl.control..", "io.agentctl.runtime..", "io.agentctl.cli..");
}
