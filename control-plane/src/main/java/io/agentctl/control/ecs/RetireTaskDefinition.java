package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Takes back the registration of an operation: deregisters the revisions that carry its id, unless the service runs one
 * of them. A revision that somebody else registered is never touched.
 */
final class RetireTaskDefinition implements ActionHandler {

    static final String TYPE = "ecs.retire-task-definition";

    private final TaskDefinitionRegistry registry;
    private final EcsGateway ecs;

    RetireTaskDefinition(TaskDefinitionRegistry registry, EcsGateway ecs) {
        this.registry = registry;
        this.ecs = ecs;
    }

    static Action action(ServiceName service, String source) {
        return Action.of(
                TYPE,
                Map.of(
                        "cluster",
                        service.cluster(),
                        "service",
                        service.service(),
                        "family",
                        ObservedTaskDefinition.family(source)));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        for (String arn : registry.registeredBy(context.operation().value(), action.argument("family"))) {
            if (ecs.describe(name).map(service -> uses(service, arn)).orElse(false)) {
                context.progress().say("left " + ObservedTaskDefinition.shortName(arn) + " registered: it is in use");
            } else {
                registry.deregister(arn);
            }
        }
        return Outcome.done();
    }

    private static boolean uses(Service service, String arn) {
        return service.taskDefinition().equals(arn)
                || service.deployments().stream().anyMatch(deployment -> arn.equals(deployment.taskDefinition()));
    }
}
