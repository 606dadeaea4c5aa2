package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.document.JsonPath;
import io.agentctl.policies.document.PolicyId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The policies of one environment at one generation, indexed. Immutable; a change of policies is another set. */
public final class PolicySet {

    private final String environment;
    private final long generation;
    private final List<CompiledPolicy> policies;
    private final IntentIndex index;

    private PolicySet(String environment, long generation, List<CompiledPolicy> policies) {
        this.environment = environment;
        this.generation = generation;
        this.policies = policies;
        this.index = new IntentIndex(
                policies.stream().filter(this::isInForce).toList(), matching -> new Applicable(matching, generation));
    }

    /**
     * Makes a set. Policies that do not match the environment are kept, and silent.
     *
     * @param generation what decisions carry; 0 for policies that are not in a store
     */
    public static PolicySet of(String environment, long generation, List<CompiledPolicy> policies) {
        return new PolicySet(
                environment,
                generation,
                policies.stream()
                        .sorted(Comparator.comparing(CompiledPolicy::id))
                        .toList());
    }

    public String environment() {
        return environment;
    }

    public long generation() {
        return generation;
    }

    /** All policies, sorted by id. */
    public List<CompiledPolicy> policies() {
        return policies;
    }

    /** A policy of the set by its id. */
    public Optional<CompiledPolicy> policy(PolicyId id) {
        return policies.stream().filter(policy -> policy.id().equals(id)).findFirst();
    }

    /** The same set with another version of one policy, or with one policy more. */
    public PolicySet with(CompiledPolicy candidate) {
        return of(
                environment,
                generation,
                java.util.stream.Stream.concat(
                                policies.stream().filter(policy -> !policy.id().equals(candidate.id())),
                                java.util.stream.Stream.of(candidate))
                        .toList());
    }

    /** The policies that speak about an intent here, sorted by id. */
    public List<CompiledPolicy> speakingOf(String intent) {
        return index.find(intent).policies;
    }

    /** What decisions about an intent depend on. */
    public Reads reads(String intent) {
        return index.find(intent).reads;
    }

    /** What is masked where a request for an intent is logged or recorded. */
    public List<JsonPath> redactions(String intent) {
        return index.find(intent).redactions;
    }

    Applicable applicable(String intent) {
        return index.find(intent);
    }

    private boolean isInForce(CompiledPolicy policy) {
        List<String> environments = policy.document().match().environments();
        return environments.isEmpty() || environments.contains(environment);
    }
}
