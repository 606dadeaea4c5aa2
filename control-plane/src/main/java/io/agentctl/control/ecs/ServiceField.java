package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.Arrays;
import java.util.List;

/** The fields of a service that a plan can change, by the words that plans use. */
public enum ServiceField {
    /** CPU units and MiB of a task, {@code 1024/2048}: a new revision is registered and rolled out. */
    TASK_SIZE("task-size"),
    /** ARN of a revision to roll out. */
    TASK_DEFINITION("task-definition"),
    /** The id of the newest deployment, replaced by a new one of the same revision. */
    DEPLOYMENT("deployment"),
    DESIRED_COUNT("desired-count"),
    MIN_TASKS("min-tasks"),
    MAX_TASKS("max-tasks"),
    /** Percent of average CPU that target tracking aims at. */
    CPU_TARGET("cpu-target"),
    /** Seconds. */
    SCALE_IN_COOLDOWN("scale-in-cooldown"),
    /** Seconds. */
    SCALE_OUT_COOLDOWN("scale-out-cooldown");

    private final String word;

    ServiceField(String word) {
        this.word = word;
    }

    /** The word in plans. */
    public String word() {
        return word;
    }

    /**
     * Reads a plan's word.
     *
     * @throws AgentctlException BAD_DOCUMENT if no service has such a field
     */
    static ServiceField of(String word) {
        return Arrays.stream(values())
                .filter(field -> field.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new AgentctlException(
                        ErrorCode.BAD_DOCUMENT,
                        "an ECS service has no field " + word,
                        "Fields are: "
                                + String.join(
                                        ", ",
                                        List.of(values()).stream()
                                                .map(ServiceField::word)
                                                .toList())));
    }
}
