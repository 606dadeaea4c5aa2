package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.Diagnostic;
import io.agentctl.policies.document.Diagnostic.Severity;
import io.agentctl.policies.document.PolicySource;
import java.nio.file.Path;
import java.time.Instant;
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

    /** A policy, and all that was found in it. */
    record Found(PolicySource source, List<Diagnostic> findings) {}

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Found> found = look(request.files());
        return new Result(
                found.stream().map(CheckPolicies::summary).toList(),
                found.stream().flatMap(one -> one.findings().stream()).toList());
    }

    /** Every finding in every policy, an id that two of them have included. */
    List<Found> look(List<Path> files) {
        Map<String, String> fileOf = new HashMap<>();
        List<Found> all = new ArrayList<>();
        for (PolicySource source : PolicyFiles.read(files)) {
            List<Diagnostic> findings = new ArrayList<>(findings(source));
            source.document().ifPresent(document -> {
                String first = fileOf.putIfAbsent(document.id().value(), source.file());
                if (first != null) {
                    findings.add(twice(source, document.id().value(), first));
                }
            });
            all.add(new Found(source, findings));
        }
        return all;
    }

    /**
     * Every finding in one policy by itself. Tests are run where its rules can be made out, be it right otherwise or
     * not; each takes place at a time of its own, so that it is all the same to them which exceptions have expired by
     * now.
     */
    private List<Diagnostic> findings(PolicySource source) {
        List<Diagnostic> findings = new ArrayList<>(
                new PolicyCompiler(clock).compile(source, "draft").diagnostics());
        findings.addAll(DraftPolicies.testRunner(InstantSource.fixed(Instant.EPOCH))
                .run(source.presumed())
                .failureDiagnostics());
        return findings;
    }

    private static Checked summary(Found one) {
        PolicySource source = one.source();
        List<Diagnostic> found = one.findings();
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
