package io.agentctl.sandbox.ecs;

import software.amazon.awssdk.services.ecs.model.TaskStopCode;

/** Why a task stopped, in the service's words. */
enum StopCause {
    /** A newer deployment or a lower desired count. */
    SCALED_IN(TaskStopCode.SERVICE_SCHEDULER_INITIATED, "Scaling activity initiated by deployment", 0, ""),
    /** StopTask. */
    BY_USER(TaskStopCode.USER_INITIATED, "Task stopped by user", 0, ""),
    /** The container's health check. */
    UNHEALTHY(TaskStopCode.SERVICE_SCHEDULER_INITIATED, "Task failed container health checks", 0, ""),
    /** The kernel killed the container; 137 is 128 + SIGKILL. */
    OUT_OF_MEMORY(
            TaskStopCode.ESSENTIAL_CONTAINER_EXITED,
            "Essential container in task exited",
            137,
            "OutOfMemoryError: Container killed due to memory usage");

    private final TaskStopCode code;
    private final String reason;
    private final int exitCode;
    private final String containerReason;

    StopCause(TaskStopCode code, String reason, int exitCode, String containerReason) {
        this.code = code;
        this.reason = reason;
        this.exitCode = exitCode;
        this.containerReason = containerReason;
    }

    TaskStopCode code() {
        return code;
    }

    String reason() {
        return reason;
    }

    int exitCode() {
        return exitCode;
    }

    /** The container's reason; empty where it gives none. */
    String containerReason() {
        return containerReason;
    }
}
