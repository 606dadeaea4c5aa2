package io.agentctl.control.authoring;

import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.publishing.RecordedDecisions;
import io.agentctl.policies.compile.Compilation;
import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.PolicyCompiler;
import io.agentctl.policies.document.CanonicalForm;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.RecordedDecision;
import io.agentctl.policies.rollout.Replay;
import io.agentctl.policies.rollout.ReplayReport;
import io.agentctl.policies.store.PolicyVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Re-runs recorded decisions with another version of a policy, beside what else is in force. */
public final class ReplayDecisions implements UseCase<ReplayDecisions.Request, ReplayReport> {

    private final Supplier<RecordedDecisions> recorded;
    private final InstantSource clock;

    /**
     * Makes the use case.
     *
     * @param recorded the store; not asked where everything is in files
     */
    public ReplayDecisions(Supplier<RecordedDecisions> recorded, InstantSource clock) {
        this.recorded = recorded;
        this.clock = clock;
    }

    /**
     * Asks for a replay.
     *
     * @param candidate what is tried
     * @param from a file with a recorded decision a line; empty to read the store
     * @param since how far back to read the store
     */
    public record Request(Candidate candidate, String environment, Optional<Path> from, Duration since) {}

    /** Where the candidate is. */
    public sealed interface Candidate {

        /** A policy file. */
        record OfFile(Path file) implements Candidate {}

        /** A version in the store; the newest where no number is named. */
        record OfStore(PolicyId policy, Optional<Long> number) implements Candidate {}
    }

    @Override
    public ReplayReport run(Request request, ProgressListener progress) {
        PolicySource source = source(request.candidate());
        CompiledPolicy candidate = compile(source, "candidate");
        List<CompiledPolicy> inForce = request.from().isPresent()
                ? List.of()
                : recorded.get().inForce(request.environment()).stream()
                        .map(this::compile)
                        .toList();
        try (Stream<String> lines = lines(request)) {
            return new Replay(new DecisionEngine())
                    .run(
                            PolicySet.of(request.environment(), 0, inForce),
                            candidate,
                            CanonicalForm.digest(candidate.document()),
                            lines.filter(line -> !line.isBlank()).map(ReplayDecisions::decision));
        }
    }

    private PolicySource source(Candidate candidate) {
        return switch (candidate) {
            case Candidate.OfFile file -> PolicyFiles.read(file.file());
            case Candidate.OfStore version -> {
                PolicyVersion found = recorded.get().version(version.policy(), version.number());
                yield PolicyReader.read(found.policy() + "@" + found.ref(), found.text());
            }
        };
    }

    private CompiledPolicy compile(PolicyVersion version) {
        return compile(
                PolicyReader.read(version.policy() + "@" + version.ref(), version.text()),
                version.ref().toString());
    }

    private CompiledPolicy compile(PolicySource source, String version) {
        Compilation compilation = new PolicyCompiler(clock).load(source, version);
        return compilation.policy().orElseThrow(() -> DraftPolicies.refused(compilation.diagnostics()));
    }

    /** Closed by who reads it. */
    @SuppressWarnings("StreamResourceLeak")
    private Stream<String> lines(Request request) {
        if (request.from().isEmpty()) {
            return recorded.get().since(request.environment(), clock.instant().minus(request.since()));
        }
        Path file = request.from().get();
        try {
            return Files.lines(file);
        } catch (IOException failure) {
            throw new AgentctlException(ErrorCode.NOT_FOUND, "cannot read " + file, "", null, failure);
        }
    }

    private static RecordedDecision decision(String line) {
        try {
            return DecisionLine.read(line);
        } catch (IllegalArgumentException mistake) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "this is no recorded decision: " + mistake.getMessage(),
                    "A runtime's decision log has one on each line.",
                    null,
                    mistake);
        }
    }
}
