package io.agentctl.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A service as it is written down.
 *
 * @param name its name
 * @param cpu CPU units of a task
 * @param memory MiB of a task
 * @param tasks how many run; with scaling, how many ran when history began
 * @param architecture {@code X86_64} or {@code ARM64}
 * @param capacityProviders weights by capacity provider; empty for the launch type FARGATE
 * @param circuitBreaker whether failed deployments are rolled back
 * @param scaling bounds and targets; null for a fixed count
 * @param earlier sizes that were in force before, the oldest first
 * @param workload what it has to do
 * @param taskDefinition members of {@code RegisterTaskDefinition} besides family and size, as the API spells them
 * @param tags of the service
 */
record ServiceDocument(
        String name,
        Integer cpu,
        Integer memory,
        Integer tasks,
        Architecture architecture,
        Map<String, Integer> capacityProviders,
        Boolean circuitBreaker,
        ScalingDocument scaling,
        List<EarlierDocument> earlier,
        WorkloadDocument workload,
        JsonNode taskDefinition,
        Map<String, String> tags) {
    /** Fills in defaults and validates. */
    ServiceDocument {
        if (name == null || !name.matches("[a-zA-Z0-9_-]{1,255}")) {
            throw new IllegalArgumentException("a service needs a name of letters, digits, - and _");
        }
        if (workload == null) {
            throw new IllegalArgumentException("service " + name + " needs a workload");
        }
        Sizes.require(name, cpu, memory);
        tasks = tasks == null ? 1 : tasks;
        if (tasks < 0 || tasks > 5000) {
            throw new IllegalArgumentException("service " + name + ": tasks must be within 0..5000");
        }
        architecture = architecture == null ? Architecture.X86_64 : architecture;
        capacityProviders = capacityProviders == null ? Map.of() : Map.copyOf(capacityProviders);
        circuitBreaker = circuitBreaker == null || circuitBreaker;
        earlier = earlier == null ? List.of() : List.copyOf(earlier);
        tags = tags == null ? Map.of() : Map.copyOf(tags);
    }

    /** What the containers are built for. */
    enum Architecture {
        /** Intel and AMD. */
        X86_64,
        /** Graviton. */
        ARM64
    }

    /**
     * A size that was in force before.
     *
     * @param until how long ago it was replaced
     * @param cpu CPU units
     * @param memory MiB
     * @param tasks how many ran; null for as many as later
     */
    record EarlierDocument(Duration until, Integer cpu, Integer memory, Integer tasks) {
        EarlierDocument {
            if (until == null || until.isNegative()) {
                throw new IllegalArgumentException("an earlier size needs until, how long ago it was replaced");
            }
            Sizes.require("earlier", cpu, memory);
        }
    }

    /**
     * Bounds and targets.
     *
     * @param min least tasks
     * @param max most tasks
     * @param targetCpu percent, or null
     * @param targetMemory percent, or null
     * @param scaleOutCooldown default 300 s
     * @param scaleInCooldown default 300 s
     */
    record ScalingDocument(
            Integer min,
            Integer max,
            Double targetCpu,
            Double targetMemory,
            Duration scaleOutCooldown,
            Duration scaleInCooldown) {
        private static final Duration DEFAULT_COOLDOWN = Duration.ofMinutes(5);

        ScalingDocument {
            scaleOutCooldown = scaleOutCooldown == null ? DEFAULT_COOLDOWN : scaleOutCooldown;
            scaleInCooldown = scaleInCooldown == null ? DEFAULT_COOLDOWN : scaleInCooldown;
            if (min == null || max == null || min < 0 || min > max) {
                throw new IllegalArgumentException("scaling needs min and max, 0 <= min <= max");
            }
        }
    }
}
