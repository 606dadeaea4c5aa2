package io.agentctl.control.ecs;

import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;

/** Registers a copy of a task definition in another size; later steps read its ARN. */
final class RegisterTaskDefinition implements ActionHandler {

    static final String TYPE = "ecs.register-task-definition";
    /** The name under which the new revision's ARN is kept in the journal. */
    static final String REVISION = "taskDefinition";

    private final TaskDefinitionRegistry registry;

    RegisterTaskDefinition(TaskDefinitionRegistry registry) {
        this.registry = registry;
    }

    static Action action(String source, TaskSize size) {
        return Action.of(
                TYPE,
                Map.of(
                        "source", source,
                        "cpu", Integer.toString(size.cpuUnits()),
                        "memory", Integer.toString(size.memoryMib())));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        TaskSize size =
                new TaskSize(Integer.parseInt(action.argument("cpu")), Integer.parseInt(action.argument("memory")));
        String arn = registry.ensureResized(
                action.argument("source"),
                size,
                context.operation().value(),
                context.progress().cancellation());
        context.progress().say("registered " + ObservedTaskDefinition.shortName(arn) + " with " + size);
        return Outcome.with(REVISION, arn);
    }
}
