package io.agentctl.sandbox.workload;

/** What is measured in percent of the task size. */
public enum Resource {
    /** {@code CPUUtilization}. */
    CPU,
    /** {@code MemoryUtilization}. */
    MEMORY;

    Minute.Percent of(Minute minute) {
        return switch (this) {
            case CPU -> minute.cpu();
            case MEMORY -> minute.memory();
        };
    }
}
