package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.workload.Occupancy;
import io.agentctl.sandbox.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.ecs.model.CreateServiceRequest;
import software.amazon.awssdk.services.ecs.model.RegisterTaskDefinitionRequest;

/**
 * A service that is there from the beginning, with a past.
 *
 * @param service its settings; the desired count is what runs now
 * @param eras the task definitions that it ran, the oldest first; at least one
 * @param workload what it has to do
 * @param occupancy how many tasks of which size ran in the past, up to now
 */
public record ServiceSeed(CreateServiceRequest service, List<Era> eras, Workload workload, Occupancy occupancy) {
    /** Validates and copies. */
    public ServiceSeed {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(workload, "workload");
        Objects.requireNonNull(occupancy, "occupancy");
        eras = List.copyOf(eras);
        if (eras.isEmpty()) {
            throw new IllegalArgumentException("A service has run some task definition");
        }
    }

    /**
     * A time during which one task definition was in force.
     *
     * @param since when its deployment was asked for
     * @param definition the task definition
     */
    public record Era(Instant since, RegisterTaskDefinitionRequest definition) {}
}
