package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.testing.JUnitXml;
import io.agentctl.policies.testing.Mutants;
import io.agentctl.policies.testing.MutationReport;
import io.agentctl.policies.testing.PolicyTestRunner;
import io.agentctl.policies.testing.TestReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs the tests of policies, measures what they cover, and tries whether they would notice a mistake. */
public final class TestPolicies implements UseCase<TestPolicies.Request, TestPolicies.Result> {

    private final InstantSource clock;

    /** Makes the use case; the clock tells which exceptions have expired. */
    public TestPolicies(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Asks for the tests of files, and of all policies under folders.
     *
     * @param mutants whether to change each policy on purpose and see that some test fails
     * @param junit where to write JUnit XML
     */
    public record Request(List<Path> files, boolean mutants, Optional<Path> junit) {}

    /**
     * What came of it.
     *
     * @param mutations one a policy whose tests pass; empty unless they were asked for
     */
    public record Result(List<TestReport> reports, List<MutationReport> mutations) {

        /** Whether every policy is sound and every case passed. */
        public boolean passed() {
            return reports.stream().allMatch(TestReport::passed);
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        PolicyTestRunner runner = DraftPolicies.testRunner(clock);
        Mutants mutants = new Mutants(runner, new PolicyCompiler(clock), new DecisionEngine());
        List<TestReport> reports = new ArrayList<>();
        List<MutationReport> mutations = new ArrayList<>();
        for (PolicySource source : PolicyFiles.read(request.files())) {
            TestReport report = runner.run(source);
            reports.add(report);
            if (request.mutants() && report.passed()) {
                mutations.add(mutants.of(source));
            }
        }
        request.junit().ifPresent(file -> write(file, JUnitXml.of(reports)));
        return new Result(reports, mutations);
    }

    private static void write(Path file, String xml) {
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            Files.writeString(file, xml);
        } catch (IOException failure) {
            throw new AgentctlException(
                    ErrorCode.FAILED, "cannot write " + file + ": " + failure.getMessage(), "", null, failure);
        }
    }
}
