package io.agentctl.control.ecs;

import java.time.Instant;

/**
 * A task that is over.
 *
 * @param arn which
 * @param taskDefinition ARN of the revision that it ran
 * @param stoppedAt when
 * @param reason AWS's words and the containers' exit codes
 * @param outOfMemory true if a container was killed for its memory
 * @param failed true if it stopped by itself or never started, rather than being told to stop
 */
record StoppedTask(
        String arn, String taskDefinition, Instant stoppedAt, String reason, boolean outOfMemory, boolean failed) {}
