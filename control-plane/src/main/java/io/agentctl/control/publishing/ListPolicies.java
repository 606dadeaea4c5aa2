package io.agentctl.control.publishing;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.Candidate;
import io.agentctl.policies.store.CataloguedPolicy;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.PolicyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lists the policies in the store beside what an environment enforces. */
public final class ListPolicies implements UseCase<String, ListPolicies.Result> {

    /**
     * What there is.
     *
     * @param policies by id
     */
    public record Result(String environment, long generation, List<Line> policies) {
        public Result {
            policies = List.copyOf(policies);
        }
    }

    /**
     * A policy.
     *
     * @param newest its newest version's number
     * @param inForce the number of the version that the environment enforces, if it enforces one
     * @param tried the number of the version that is tried there, if one is
     * @param actor who published the newest version
     * @param at when
     */
    public record Line(
            PolicyId policy,
            String owner,
            long newest,
            Optional<Long> inForce,
            Optional<Long> tried,
            String actor,
            Instant at) {}

    private final Policies policies;

    public ListPolicies(Policies policies) {
        this.policies = policies;
    }

    /** Lists for an environment. */
    @Override
    public Result run(String environment, ProgressListener progress) {
        PolicyHead head = policies.ask("read what is in force", store -> store.head(environment));
        List<Line> lines = policies.ask("list policies", PolicyStore::list).stream()
                .map(policy -> line(policy, head))
                .toList();
        return new Result(environment, head.generation(), lines);
    }

    private static Line line(CataloguedPolicy policy, PolicyHead head) {
        Optional<Candidate> tried =
                head.candidate().filter(candidate -> candidate.policy().equals(policy.policy()));
        return new Line(
                policy.policy(),
                policy.owner(),
                policy.newest().number(),
                head.version(policy.policy()).map(version -> version.number()),
                tried.map(candidate -> candidate.version().number()),
                policy.actor(),
                policy.at());
    }
}
