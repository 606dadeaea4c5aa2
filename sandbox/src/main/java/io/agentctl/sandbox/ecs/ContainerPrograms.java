package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.program.ContainerRun;
import io.agentctl.sandbox.program.Programs;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.ecs.model.ContainerDefinition;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogDriver;

/**
 * Has containers of standalone tasks run what their images stand for.
 *
 * @param programs what that is
 * @param logs where their lines go
 */
record ContainerPrograms(Programs programs, ContainerLogs logs) {

    private static final int NOT_FOUND = 127;

    /** Hears that a container's program has ended. */
    interface Ended {
        void ended(String container, int exit);
    }

    /** Starts the programs of a task's containers; one that cannot be started ends with 127, as a shell has it. */
    void start(StandaloneTask task, List<ContainerOverride> overrides, Ended listener) {
        for (ContainerDefinition container : task.definition().containerDefinitions()) {
            ContainerOverride override = overrides.stream()
                    .filter(each -> container.name().equals(each.name()))
                    .findFirst()
                    .orElse(ContainerOverride.builder().build());
            start(
                    task,
                    container.name(),
                    new ContainerRun(
                            container.image(),
                            override.hasCommand() ? override.command() : container.command(),
                            environment(container, override),
                            lines(task, container)),
                    listener);
        }
    }

    private void start(StandaloneTask task, String container, ContainerRun what, Ended listener) {
        try {
            programs.start(what).ifPresent(run -> {
                task.programs().put(container, run);
                run.whenEnded(exit -> listener.ended(container, exit));
            });
        } catch (UncheckedIOException e) {
            what.lines().accept(e.getMessage());
            listener.ended(container, NOT_FOUND);
        }
    }

    private static Map<String, String> environment(ContainerDefinition container, ContainerOverride override) {
        Map<String, String> environment = new HashMap<>();
        for (KeyValuePair variable : container.environment()) {
            environment.put(variable.name(), variable.value());
        }
        for (KeyValuePair variable : override.environment()) {
            environment.put(variable.name(), variable.value());
        }
        return environment;
    }

    private Consumer<String> lines(StandaloneTask task, ContainerDefinition container) {
        if (container.logConfiguration() == null || container.logConfiguration().logDriver() != LogDriver.AWSLOGS) {
            return line -> {};
        }
        Map<String, String> options = container.logConfiguration().options();
        String group = options.get("awslogs-group");
        String stream = options.getOrDefault("awslogs-stream-prefix", container.name()) + "/" + container.name() + "/"
                + task.id();
        return group == null ? line -> {} : line -> logs.line(group, stream, line);
    }
}
