package io.agentctl.sandbox.world;

import io.agentctl.sandbox.ecs.TaskSize;

/** Task sizes as documents give them. */
final class Sizes {
    private Sizes() {}

    /** Refuses a size that Fargate does not have. */
    static void require(String what, Integer cpu, Integer memory) {
        if (cpu == null || memory == null || !new TaskSize(cpu, memory).valid()) {
            throw new IllegalArgumentException(
                    "%s: Fargate has no size of cpu %s and memory %s".formatted(what, cpu, memory));
        }
    }
}
