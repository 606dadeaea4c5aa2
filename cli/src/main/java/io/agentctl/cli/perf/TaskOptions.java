package io.agentctl.cli.perf;

import io.agentctl.control.performance.load.LoadRequest;
import io.agentctl.control.performance.tasks.LoadOnTasks;
import io.agentctl.control.performance.tasks.TaskPlace;
import io.agentctl.control.settings.Project;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether tasks of ECS send, and which. */
final class TaskOptions {

    @Option(
            names = "--tasks",
            paramLabel = "N",
            description = "Let so many ECS tasks send it together, each its part; default: this machine does.")
    private Integer tasks;

    @Option(
            names = "--task-definition",
            paramLabel = "FAMILY",
            description = "With --tasks: what they run; default: loadTaskDefinition of the project, PROJECT-perf.")
    private String taskDefinition;

    @Option(
            names = "--network-of",
            paramLabel = "SERVICE",
            description = "With --tasks: the service whose subnets they get; default: the project's first.")
    private String networkOf;

    boolean wanted() {
        return tasks != null;
    }

    /** The load by tasks of the project's cluster. */
    LoadOnTasks.Request of(LoadRequest load, Project project, Duration startWithin) {
        return new LoadOnTasks.Request(load, tasks, place(project), startWithin);
    }

    private TaskPlace place(Project project) {
        return new TaskPlace(
                project.cluster().value(),
                taskDefinition == null ? project.loadTaskDefinition().value() : taskDefinition,
                Optional.ofNullable(networkOf)
                        .or(() -> project.services().value().stream().findFirst()));
    }

    /** Who sends, in words. */
    String sentence(Project project) {
        TaskPlace place = place(project);
        return "Sent by " + tasks + " tasks of " + place.taskDefinition() + " in cluster " + place.cluster()
                + "; Fargate bills each from its start to its end, a minute at least.";
    }
}
