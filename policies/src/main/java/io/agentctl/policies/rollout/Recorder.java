package io.agentctl.policies.rollout;

import io.agentctl.policies.compile.CompiledPolicy;
import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.engine.PolicySet;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Makes records of decisions, masked by the policies that speak about the intent. Has no state. */
public final class Recorder {

    /**
     * The record of a decision.
     *
     * @param id unique, such as the request's trace id
     * @param policies the set that decided
     */
    public RecordedDecision record(String id, PolicySet policies, Facts facts, Decision decision) {
        Facts masked = new FactMask(policies.redactions(facts.intent())).apply(facts);
        Map<PolicyId, String> versions = new TreeMap<>();
        for (CompiledPolicy policy : policies.speakingOf(facts.intent())) {
            versions.put(policy.id(), policy.version());
        }
        return new RecordedDecision(
                id,
                (Instant) facts.request().get("time"),
                policies.environment(),
                masked,
                new MaskedText(facts, masked).of(decision),
                versions);
    }
}
