package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.plan.Change;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan's changes to one service, read and checked: plans come from files as well. */
final class ServiceChanges {

    private final Map<ServiceField, String> wanted = new EnumMap<>(ServiceField.class);

    /**
     * Reads changes.
     *
     * @throws AgentctlException BAD_DOCUMENT if a field or a value is none that a service has
     */
    ServiceChanges(List<Change> changes) {
        for (Change change : changes) {
            ServiceField field = ServiceField.of(change.field());
            if (wanted.put(field, change.to()) != null) {
                throw bad(change.resource() + " has two changes of " + change.field());
            }
        }
        if (wanted.containsKey(ServiceField.TASK_SIZE) && wanted.containsKey(ServiceField.TASK_DEFINITION)) {
            throw bad("a service takes a new size or a revision, not both at once");
        }
        taskSize();
        for (ServiceField field : List.of(
                ServiceField.DESIRED_COUNT,
                ServiceField.MIN_TASKS,
                ServiceField.MAX_TASKS,
                ServiceField.SCALE_IN_COOLDOWN,
                ServiceField.SCALE_OUT_COOLDOWN)) {
            number(field);
        }
        cpuTarget();
    }

    Optional<TaskSize> taskSize() {
        return text(ServiceField.TASK_SIZE).map(text -> {
            try {
                return TaskSize.parse(text);
            } catch (IllegalArgumentException notASize) {
                throw bad(notASize.getMessage());
            }
        });
    }

    Optional<String> text(ServiceField field) {
        return Optional.ofNullable(wanted.get(field));
    }

    boolean has(ServiceField field) {
        return wanted.containsKey(field);
    }

    Optional<Integer> number(ServiceField field) {
        return text(field).map(text -> {
            if (!text.matches("\\d{1,6}")) {
                throw bad(field.word() + " is a whole number, not " + text);
            }
            return Integer.valueOf(text);
        });
    }

    Optional<Double> cpuTarget() {
        return text(ServiceField.CPU_TARGET).map(text -> {
            try {
                double percent = Double.parseDouble(text);
                if (percent > 0 && percent <= 100) {
                    return percent;
                }
            } catch (NumberFormatException ignored) {
                // Said below, as for a number out of range.
            }
            throw bad("cpu-target is a percentage above 0 and up to 100, not " + text);
        });
    }

    private static AgentctlException bad(String message) {
        return new AgentctlException(ErrorCode.BAD_DOCUMENT, "bad plan: " + message, "");
    }
}
