package io.agentctl.control.ecs;

import java.time.Instant;

/**
 * Which rollout is followed.
 *
 * @param service whose
 * @param taskDefinition ARN of the revision that should end up running
 * @param after deployments created after this instant are looked at; AWS's clock, not ours
 */
record Rollout(ServiceName service, String taskDefinition, Instant after) {}
