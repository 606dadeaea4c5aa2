package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.compile.Compilation;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.PolicySource;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds everything that is wrong with policies: their form, their meaning, their tests, and ids that two of them have.
 */
public final class CheckPolicies implements UseCase<CheckPolicies.Request, CheckPolicies.Result> {

    private final InstantSource clock;

    /** Makes the use case; the clock tells which exceptions have expired. */
    public CheckPolicies(InstantSource clock) {
        this.clock = clock;
    }

    /** Asks for a check of files, and of all policies under folders. */
    public record Request(List<Path> files) {}

    /**
     * A policy that was looked at.
     *
     * @param policy its id; empty if it could not be read
     * @param rules how many
     * @param tests how many
     */
    public record Checked(String file, String policy, int rules, int tests, int errors, int warnings) {}

    /** All that was looked at and all that was found, in the order of the files. */
    public record Result(List<Checked> policies, List<Diagnostic> diagnostics) {

        /** Whether nothing refuses a policy. */
        public boolean sound() {
            return diagnostics.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        }
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Checked> policies = new ArrayList<>();
        List<Diagnostic> all = new ArrayList<>();
        Map<String, String> fileOf = new HashMap<>();
        for (PolicySource source : PolicyFiles.read(request.files())) {
            List<Diagnostic> found = new ArrayList<>(findings(source));
            source.document().ifPresent(document -> {
                String first = fileOf.putIfAbsent(document.id().value(), source.file());
                if (first != null) {
                    found.add(twice(source, document.id().value(), first));
                }
            });
            policies.add(summary(source, found));
            all.addAll(found);
        }
        return new Result(policies, all);
    }

    /** Every finding in one policy; tests are run only where the rest is sound. */
    List<Diagnostic> findings(PolicySource source) {
        Compilation compilation = new PolicyCompiler(clock).compile(source, "draft");
        List<Diagnostic> findings = new ArrayList<>(compilation.diagnostics());
        compilation
                .policy()
                .ifPresent(policy -> findings.addAll(
                        DraftPolicies.testRunner(clock).run(source).failureDiagnostics()));
        return findings;
    }

    private static Checked summary(PolicySource source, List<Diagnostic> found) {
        int errors = (int) found.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        return source.document()
                .map(document -> new Checked(
                        source.file(),
                        document.id().value(),
                        document.rules().size(),
                        document.tests().size(),
                        errors,
                        found.size() - errors))
                .orElseGet(() -> new Checked(source.file(), "", 0, 0, errors, found.size() - errors));
    }

    private static Diagnostic twice(PolicySource source, String id, String first) {
        String pointer = "/metadata/id";
        return new Diagnostic(
                Severity.ERROR,
                source.file(),
                source.position(pointer),
                pointer,
                Diagnostic.Code.DUPLICATE,
                "policy " + id + " is also in " + first);
    }
}
