package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.fargate.TaskSize;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;

/**
 * The rule by which containers' own limits follow the task's size. A container with a limit of at least a quarter of
 * the task is a main container: its limits are scaled so that the main containers keep sharing what the others leave.
 * The others are sidecars, whose needs do not depend on the task's size: theirs stay. A reservation never exceeds its
 * limit.
 */
final class ContainerLimits {

    /** Share of the task, one in so many, from which a container is a main one. */
    private static final int MAIN_SHARE = 4;

    private final List<ContainerDefinition> containers;
    private final boolean[] main;

    private ContainerLimits(List<ContainerDefinition> containers, TaskSize from) {
        this.containers = containers;
        this.main = new boolean[containers.size()];
        for (int i = 0; i < main.length; i++) {
            ContainerDefinition container = containers.get(i);
            main[i] = isMain(container.cpu(), from.cpuUnits())
                    || isMain(container.memory(), from.memoryMib())
                    || isMain(container.memoryReservation(), from.memoryMib());
        }
    }

    /**
     * The containers with limits that fit {@code to} if they fitted {@code from}.
     *
     * @throws AgentctlException FAILED if the sidecars alone need more than the new size has
     */
    static List<ContainerDefinition> scaled(List<ContainerDefinition> containers, TaskSize from, TaskSize to) {
        ContainerLimits limits = new ContainerLimits(containers, from);
        int[] cpu = limits.scaled("CPU units", ContainerDefinition::cpu, from.cpuUnits(), to.cpuUnits());
        int[] memory = limits.scaled("MiB of memory", ContainerDefinition::memory, from.memoryMib(), to.memoryMib());
        int[] reservation = limits.scaled(
                "MiB of reserved memory", ContainerDefinition::memoryReservation, from.memoryMib(), to.memoryMib());
        List<ContainerDefinition> scaled = new ArrayList<>();
        for (int i = 0; i < containers.size(); i++) {
            ContainerDefinition container = containers.get(i);
            int limit = container.memory() == null ? Integer.MAX_VALUE : memory[i];
            scaled.add(container.toBuilder()
                    .cpu(container.cpu() == null ? null : cpu[i])
                    .memory(container.memory() == null ? null : memory[i])
                    .memoryReservation(container.memoryReservation() == null ? null : Math.min(reservation[i], limit))
                    .build());
        }
        return scaled;
    }

    private int[] scaled(String unit, Function<ContainerDefinition, Integer> limit, int from, int to) {
        int[] limits = containers.stream()
                .mapToInt(container -> limit.apply(container) == null ? 0 : limit.apply(container))
                .toArray();
        long sidecars = 0;
        for (int i = 0; i < limits.length; i++) {
            sidecars += main[i] ? 0 : limits[i];
        }
        if (sidecars >= to) {
            throw new AgentctlException(
                    ErrorCode.FAILED,
                    "the sidecars of this task have limits of " + sidecars + " " + unit + ", which leaves nothing of "
                            + to,
                    "Choose a larger size, or lower the sidecars' limits in the task definition first.");
        }
        for (int i = 0; i < limits.length; i++) {
            if (main[i] && limits[i] > 0) {
                limits[i] = (int) Math.max(1, limits[i] * (to - sidecars) / Math.max(1, from - sidecars));
            }
        }
        return limits;
    }

    private static boolean isMain(Integer limit, int task) {
        return limit != null && (long) limit * MAIN_SHARE >= task;
    }
}
