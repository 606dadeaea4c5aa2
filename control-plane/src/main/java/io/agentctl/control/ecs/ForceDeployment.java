package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Starts a new deployment of the revision that runs, once: a deployment newer than the one observed is taken for it.
 */
final class ForceDeployment implements ActionHandler {

    static final String TYPE = "ecs.force-deployment";

    private final EcsGateway ecs;
    private final ServiceWriter writer;

    ForceDeployment(EcsGateway ecs, ServiceWriter writer) {
        this.ecs = ecs;
        this.writer = writer;
    }

    static Action action(ObservedService before) {
        return Action.of(
                TYPE,
                Map.of(
                        "cluster", before.name().cluster(),
                        "service", before.name().service(),
                        "after", before.deployedAt().toString()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Instant after = Instant.parse(action.argument("after"));
        Service service = ecs.describe(name).orElseThrow(() -> UpdateService.serviceGone(name));
        boolean started = service.deployments().stream()
                .anyMatch(deployment -> deployment.createdAt().isAfter(after));
        if (!started) {
            writer.forceDeployment(name);
        }
        return Outcome.done();
    }
}
