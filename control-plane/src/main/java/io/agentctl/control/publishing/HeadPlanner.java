package io.agentctl.control.publishing;

import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.Money;
import io.agentctl.control.plan.Plan;
import io.agentctl.control.plan.ResourceId;
import io.agentctl.control.plan.ResourcePlan;
import io.agentctl.control.plan.Risk;
import io.agentctl.control.plan.Target;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.store.PolicyHead;
import io.agentctl.policies.store.VersionRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Plans what an environment is to enforce. A pure function. */
final class HeadPlanner {

    /** What an environment enforces, as plans and the journal call it. */
    static final String RESOURCE_TYPE = "policy-set";

    /** Field of a policy's version in force; the policy's id follows. */
    static final String POLICY = "policy:";

    /** Field of what is tried. */
    static final String CANDIDATE = "candidate";

    private HeadPlanner() {}

    /**
     * Plans.
     *
     * @param kind what was asked, such as {@code policy activate}
     * @param why the reason for the reader, which becomes the generation's
     * @return without resources if it is so already
     */
    static Plan plan(String kind, Target target, Instant now, PolicyHead from, PolicyHead to, String why, Risk risk) {
        ResourceId resource = resource(from.environment());
        List<Change> changes = new ArrayList<>();
        TreeSet<PolicyId> policies = new TreeSet<>();
        from.entries().forEach(entry -> policies.add(entry.policy()));
        to.entries().forEach(entry -> policies.add(entry.policy()));
        for (PolicyId policy : policies) {
            String before = number(from.version(policy));
            String after = number(to.version(policy));
            if (!before.equals(after)) {
                changes.add(new Change(resource, POLICY + policy, before, after, why, risk, Money.ZERO));
            }
        }
        String tried = trial(from);
        String toTry = trial(to);
        if (!tried.equals(toTry)) {
            changes.add(new Change(resource, CANDIDATE, tried, toTry, why, risk, Money.ZERO));
        }
        return new Plan(
                kind,
                target,
                now,
                changes.isEmpty()
                        ? List.of()
                        : List.of(new ResourcePlan(resource, fingerprint(from.generation()), changes)));
    }

    static ResourceId resource(String environment) {
        return new ResourceId(RESOURCE_TYPE, environment);
    }

    static String fingerprint(long generation) {
        return "generation " + generation;
    }

    private static String number(Optional<VersionRef> version) {
        return version.map(VersionRef::toString).orElse("");
    }

    private static String trial(PolicyHead head) {
        return head.candidate().map(Trial::of).map(Trial::toString).orElse("");
    }
}
