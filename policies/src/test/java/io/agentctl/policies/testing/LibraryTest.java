package io.agentctl.policies.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.Explainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships in the library is what it teaches: clean, covered, and with tests that notice every slip. */
class LibraryTest {

    private static final DecisionEngine ENGINE = new DecisionEngine();
    private static final PolicyCompiler COMPILER =
            new PolicyCompiler(InstantSource.fixed(Instant.parse("2026-11-24T10:00:00Z")));
    private static final PolicyTestRunner RUNNER = new PolicyTestRunner(COMPILER, ENGINE, new Explainer(ENGINE));

    static List<PolicySource> policies() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("library"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(LibraryTest::read)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("policies")
    void everyPolicyIsCleanAndEveryOutcomeIsShown(PolicySource policy) {
        TestReport report = RUNNER.run(policy);

        assertThat(report.diagnostics()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.cases()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(report.coverage()).allMatch(Coverage::complete);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void noMutantSurvives(PolicySource policy) {
        MutationReport report = new Mutants(RUNNER, COMPILER, ENGINE).of(policy);

        assertThat(report.survivors().stream().map(mutant -> mutant.text() + "; " + mutant.hint()))
                .isEmpty();
        assertThat(report.killed()).isPositive();
    }

    private static PolicySource read(Path file) {
        try {
            return PolicyReader.read(file.toString(), Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
