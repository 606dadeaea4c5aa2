package io.agentctl.control.rightsizing;

import io.agentctl.control.ecs.ServiceName;
import java.util.Optional;

/**
 * A service with what it used, on which sizes can be tried.
 *
 * @param name cluster and service
 * @param fingerprint of what was observed, for plans
 * @param scaled whether scaling moves the count
 * @param constraints what it is and may become; nothing where its tasks have no size that Fargate has
 * @param usage what it used
 */
public record MeasuredService(
        ServiceName name,
        String fingerprint,
        boolean scaled,
        Optional<SizingConstraints> constraints,
        ServiceUsage usage) {}
