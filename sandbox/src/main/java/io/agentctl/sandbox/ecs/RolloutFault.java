package io.agentctl.sandbox.ecs;

/** What can be made to go wrong with the tasks of the next deployment. */
public enum RolloutFault {
    /** Nothing: tasks fare as their size and workload have it. */
    NONE,
    /** They run and are found unhealthy. */
    HEALTH_CHECK,
    /** They are killed for want of memory, whatever their size. */
    OUT_OF_MEMORY
}
