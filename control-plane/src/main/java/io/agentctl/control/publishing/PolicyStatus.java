package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.RuntimeInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows what an environment enforces, what it tries, and which runtimes do so. */
public final class PolicyStatus implements UseCase<String, PolicyStatus.Result> {

    /**
     * How it is.
     *
     * @param generation 0 if nothing was ever activated
     * @param trial how a version is tried, if one is
     * @param actor who made the generation
     * @param reason why
     * @param runtimes by id
     * @param upToDate how many of them enforce this generation
     */
    public record Result(
            String environment,
            long generation,
            List<InForce> policies,
            Optional<String> trial,
            String actor,
            String reason,
            Instant at,
            List<Line> runtimes,
            int upToDate) {
        public Result {
            policies = List.copyOf(policies);
            runtimes = List.copyOf(runtimes);
        }
    }

    /** A policy and the number of its version. */
    public record InForce(PolicyId policy, long version) {}

    /**
     * A runtime.
     *
     * @param generation that it enforces
     * @param behind how many generations it is behind
     * @param silent since its last report, to the second
     * @param problem why it is behind, if it says so
     */
    public record Line(
            String id,
            String address,
            String version,
            long generation,
            long behind,
            Instant since,
            Duration silent,
            Optional<String> problem) {

        static Line of(RuntimeInstance instance, long generation, Instant now) {
            return new Line(
                    instance.id(),
                    instance.address(),
                    instance.version(),
                    instance.generation(),
                    Math.max(0, generation - instance.generation()),
                    instance.since(),
                    Duration.ofSeconds(Math.max(
                            0, Duration.between(instance.reportedAt(), now).toSeconds())),
                    instance.problem());
        }
    }

    private final Policies policies;
    private final Clock clock;

    public PolicyStatus(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** Looks at an environment. */
    @Override
    public Result run(String environment, ProgressListener progress) {
        PolicyHead head = policies.ask("read what is in force", store -> store.head(environment));
        List<Line> runtimes = policies.ask("list the runtimes", store -> store.instances(environment)).stream()
                .map(instance -> Line.of(instance, head.generation(), clock.instant()))
                .toList();
        return new Result(
                environment,
                head.generation(),
                head.entries().stream()
                        .map(entry ->
                                new InForce(entry.policy(), entry.version().number()))
                        .toList(),
                head.candidate().map(Trial::of).map(Trial::toString),
                head.actor(),
                head.reason(),
                head.at(),
                runtimes,
                (int) runtimes.stream().filter(line -> line.behind() == 0).count());
    }
}
