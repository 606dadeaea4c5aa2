package io.agentctl.policies.engine;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.compile.CompiledRule;
import io.agentctl.policies.document.Effect;
import io.agentctl.policies.document.JsonPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rules that speak about one intent, in the order in which they are looked at. Arrays, for it is the hot path. */
final class Applicable {

    final AppliedRule[] denies;
    final AppliedRule[] allows;
    final boolean silent;
    final List<CompiledPolicy> policies;
    final List<JsonPath> redactions;
    final Reads reads;

    /** Makes it of the policies that match the intent, sorted by id. */
    Applicable(List<CompiledPolicy> policies, long generation) {
        List<AppliedRule> denying = new ArrayList<>();
        List<AppliedRule> allowing = new ArrayList<>();
        Set<JsonPath> masks = new LinkedHashSet<>();
        for (CompiledPolicy policy : policies) {
            for (CompiledRule rule : policy.rules()) {
                (rule.rule().effect() == Effect.DENY ? denying : allowing)
                        .add(new AppliedRule(policy, rule, generation));
            }
            masks.addAll(policy.document().redact());
        }
        denies = denying.toArray(AppliedRule[]::new);
        allows = allowing.toArray(AppliedRule[]::new);
        silent = policies.isEmpty();
        this.policies = List.copyOf(policies);
        redactions = List.copyOf(masks);
        reads = Reads.of(policies);
    }
}
