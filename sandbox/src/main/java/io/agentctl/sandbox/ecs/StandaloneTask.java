package io.agentctl.sandbox.ecs;

import io.agentctl.sandbox.program.ProgramRun;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;

/** A task that RunTask started: as the service shows it, and what its containers run here. */
final class StandaloneTask {
    private final TaskDefinition definition;
    private final Map<String, ProgramRun> programs = new HashMap<>();
    private Task view;

    StandaloneTask(TaskDefinition definition, Task view) {
        this.definition = definition;
        this.view = view;
    }

    String id() {
        return Arns.lastPart(view.taskArn());
    }

    TaskDefinition definition() {
        return definition;
    }

    Task view() {
        return view;
    }

    /** Shows it in another state, which counts as a change. */
    void show(Task changed) {
        view = changed.toBuilder().version(view.version() + 1).build();
    }

    /** Whether it is meant to run. */
    boolean live() {
        return "RUNNING".equals(view.desiredStatus());
    }

    boolean running() {
        return "RUNNING".equals(view.lastStatus());
    }

    boolean stopped() {
        return "STOPPED".equals(view.lastStatus());
    }

    /** What its containers run, by their names. */
    Map<String, ProgramRun> programs() {
        return programs;
    }
}
