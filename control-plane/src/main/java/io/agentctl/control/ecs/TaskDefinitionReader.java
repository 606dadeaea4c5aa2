package io.agentctl.control.ecs;

import io.agentctl.control.fargate.Architecture;
import io.agentctl.control.fargate.FargateSizes;
import io.agentctl.control.fargate.OperatingSystem;
import io.agentctl.control.fargate.TaskSize;
import software.amazon.awssdk.services.ecs.model.CPUArchitecture;
import software.amazon.awssdk.services.ecs.model.OSFamily;
import software.amazon.awssdk.services.ecs.model.RuntimePlatform;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** Turns a task definition into what the product needs of it. */
final class TaskDefinitionReader {

    private TaskDefinitionReader() {}

    static ObservedTaskDefinition read(TaskDefinition definition) {
        RuntimePlatform platform = definition.runtimePlatform();
        boolean arm = platform != null && platform.cpuArchitecture() == CPUArchitecture.ARM64;
        boolean windows = platform != null
                && platform.operatingSystemFamily() != null
                && platform.operatingSystemFamily() != OSFamily.LINUX;
        return new ObservedTaskDefinition(
                definition.taskDefinitionArn(),
                size(definition),
                arm ? Architecture.ARM64 : Architecture.X86_64,
                windows ? OperatingSystem.WINDOWS : OperatingSystem.LINUX);
    }

    private static TaskSize size(TaskDefinition definition) {
        if (definition.cpu() == null || definition.memory() == null) {
            return null;
        }
        int cpu = Integer.parseInt(definition.cpu());
        int memory = Integer.parseInt(definition.memory());
        return FargateSizes.exists(cpu, memory) ? new TaskSize(cpu, memory) : null;
    }
}
