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
import io.agentctl.policies.document.PolicyReader;
import io.agentctl.policies.document.PolicySource;
import io.agentctl.policies.engine.DecisionEngine;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.rollout.DecisionLine;
import io.agentctl.policies.rollout.RecordedDecision;
import io.agentctl.policies.rollout.Replay;
import io.agentctl.policies.rollout.ReplayReport;
import io.agentctl.policies.store.PolicyVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
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
    public record Request(NamedPolicy candidate, String environment, Optional<Path> from, Duration since) {}

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
                            decisions(request, lines));
        }
    }

    private PolicySource source(NamedPolicy candidate) {
        return switch (candidate) {
            case NamedPolicy.OfFile file -> PolicyFiles.read(file.file());
            case NamedPolicy.OfStore version -> {
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

    private Stream<String> lines(Request request) {
        if (request.from().isEmpty()) {
            return recorded.get().since(request.environment(), clock.instant().minus(request.since()));
        }
        Path file = request.from().get();
        if (!Files.exists(file)) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND, "there is no file " + file, "A runtime's decision log is such a file.");
        }
        return PolicyFiles.text(file).lines();
    }

    private static Stream<RecordedDecision> decisions(Request request, Stream<String> lines) {
        String source = request.from().map(Path::toString).orElse("the store's record");
        AtomicLong number = new AtomicLong();
        return lines.peek(ignored -> number.incrementAndGet())
                .filter(line -> !line.isBlank())
                .map(line -> decision(source + ":" + number.get(), line));
    }

    private static RecordedDecision decision(String place, String line) {
        try {
            return DecisionLine.read(line);
        } catch (IllegalArgumentException mistake) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    place + ": this is no recorded decision: " + mistake.getMessage(),
                    "A runtime's decision log has one on each line.",
                    null,
                    mistake);
        }
    }
}
