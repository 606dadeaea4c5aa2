package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.rightsizing.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * The rule by which containers' own limits follow the task's size: a limit of at least a quarter of the task is a main
 * container's, and is scaled so that the main containers keep sharing what the others leave; a smaller one is a
 * sidecar's, whose needs do not depend on the task's size, and stays. A reservation never exceeds its limit.
 */
final class ContainerLimits {

    /** Share of the task from which a container's limit moves with it. */
    private static final int MAIN_SHARE = 4;

    private ContainerLimits() {}

    /**
     * The containers with limits that fit {@code to} if they fitted {@code from}.
     *
     * @throws AgentctlException FAILED if the sidecars alone need more than the new size has
     */
    static List<ContainerDefinition> scaled(List<ContainerDefinition> containers, TaskSize from, TaskSize to) {
        int[] cpu = scaled("CPU units", containers, ContainerDefinition::cpu, from.cpuUnits(), to.cpuUnits());
        int[] memory =
                scaled("MiB of memory", containers, ContainerDefinition::memory, from.memoryMib(), to.memoryMib());
        int[] reservation = scaled(
                "MiB of memory reservation",
                containers,
                ContainerDefinition::memoryReservation,
                from.memoryMib(),
                to.memoryMib());
        List<ContainerDefinition> scaled = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            ContainerDefinition container = containers.get(i);
            int limit = memory[i] > 0 ? memory[i] : Integer.MAX_VALUE;
            scaled.add(container.toBuilder()
                    .cpu(container.cpu() == null ? null : cpu[i])
                    .memory(container.memory() == null ? null : memory[i])
                    .memoryReservation(container.memoryReservation() == null ? null : Math.min(reservation[i], limit))
                    .build());
        }
        return scaled;
    }

    private static int[] scaled(
            String unit,
            List<ContainerDefinition> containers,
            Function<ContainerDefinition, Integer> limit,
            int from,
            int to) {
        int[] limits = containers.stream()
                .mapToInt(container -> limit.apply(container) == null ? 0 : limit.apply(container))
                .toArray();
        long sidecars = 0;
        for (int value : limits) {
            sidecars += isMain(value, from) ? 0 : value;
        }
        if (sidecars >= to) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "the sidecars of this task have limits of " + sidecars + " " + unit + ", which leaves nothing of "
                            + to,
                    "Choose a larger size, or lower the sidecars' limits in the task definition first.");
        }
        for (int i = 0; i < limits.length; i++) {
            if (isMain(limits[i], from)) {
                limits[i] = (int) Math.max(1, limits[i] * (to - sidecars) / (from - sidecars));
            }
        }
        return limits;
    }

    private static boolean isMain(int limit, int task) {
        return (long) limit * MAIN_SHARE >= task;
    }
}
