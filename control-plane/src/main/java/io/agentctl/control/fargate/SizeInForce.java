package io.agentctl.control.fargate;

import java.time.Instant;

/**
 * A task size and when it came into force.
 *
 * @param since the first moment at which percentages are of this size
 * @param size the size from then on
 */
public record SizeInForce(Instant since, TaskSize size) {}
