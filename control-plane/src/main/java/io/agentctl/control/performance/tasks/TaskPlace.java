package io.agentctl.control.performance.tasks;

import java.util.Optional;

/**
 * Where tasks run.
 *
 * @param cluster its name
 * @param taskDefinition family, {@code family:revision} or ARN; its first container must run agentctl
 * @param networkOf the service whose subnets and security groups they get; nothing for the cluster's first
 */
public record TaskPlace(String cluster, String taskDefinition, Optional<String> networkOf) {}
