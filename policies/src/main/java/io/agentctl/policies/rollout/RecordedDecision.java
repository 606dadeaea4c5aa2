package io.agentctl.policies.rollout;

import io.agentctl.policies.document.PolicyId;
import io.agentctl.policies.engine.Decision;
import io.agentctl.policies.fact.Facts;
import java.time.Instant;
import java.util.Map;

/**
 * A decision as it is kept: what was known of the request, without what a policy says must not be kept, and what was
 * decided by which versions. It can be made again with other policies.
 *
 * @param id unique; the request's id where it has one
 * @param environment where it was decided
 * @param facts with {@link Masked#VALUE} where a value was masked
 * @param versions the versions of the policies that spoke about the request
 */
public record RecordedDecision(
        String id, Instant at, String environment, Facts facts, Decision decision, Map<PolicyId, String> versions) {

    public RecordedDecision {
        versions = Map.copyOf(versions);
    }
}
