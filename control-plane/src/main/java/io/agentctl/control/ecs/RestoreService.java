package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Puts a service back to the revision and count that an operation found, and waits until it runs. What somebody else
 * changed since is left alone, unless {@code force} is set.
 */
final class RestoreService implements ActionHandler {

    static final String TYPE = "ecs.restore-service";

    private final EcsGateway ecs;
    private final ServiceWriter writer;
    private final TaskDefinitionRegistry registry;
    private final RolloutFollower follower;

    RestoreService(EcsGateway ecs, ServiceWriter writer, TaskDefinitionRegistry registry, RolloutFollower follower) {
        this.ecs = ecs;
        this.writer = writer;
        this.registry = registry;
        this.follower = follower;
    }

    /**
     * The way back from {@link UpdateService#action}.
     *
     * @param set ARN of the revision that the operation sets, or {@link UpdateService#REGISTERED}
     * @param desired the count that the operation sets, or null if it leaves it
     */
    static Action action(ObservedService before, String set, Integer desired) {
        Map<String, String> arguments = new HashMap<>(Map.of(
                "cluster", before.name().cluster(),
                "service", before.name().service(),
                "to", before.taskDefinition().arn(),
                "set", set));
        if (desired != null) {
            arguments.put("desired", Integer.toString(before.desired()));
            arguments.put("setDesired", Integer.toString(desired));
        }
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        boolean force = Boolean.parseBoolean(action.arguments().get("force"));
        String old = action.argument("to");
        Service service = ecs.describe(name).orElseThrow(() -> UpdateService.serviceGone(name));
        String there = service.taskDefinition();
        if (!there.equals(old) && !force && !ours(there, action, context)) {
            throw UpdateService.changedMeanwhile(
                    name,
                    "runs " + ObservedTaskDefinition.shortName(there) + " now; --force puts it back all the same");
        }
        Optional<Integer> desired = desired(action, service, force, context);
        if (!there.equals(old) || desired.isPresent()) {
            desired.ifPresentOrElse(count -> writer.update(name, old, count), () -> writer.update(name, old));
        }
        Instant after = EventTeller.newestDeployment(service);
        RolloutFollower.End end = follower.follow(new Rollout(name, old, after), context.progress());
        return end == RolloutFollower.End.PROVED ? Outcome.done() : Outcome.unverified();
    }

    private boolean ours(String there, Action action, StepContext context) {
        String set = action.argument("set");
        if (!set.equals(UpdateService.REGISTERED)) {
            return there.equals(set);
        }
        return context.earlier(RegisterTaskDefinition.REVISION)
                        .map(there::equals)
                        .orElse(false)
                || registry.registeredBy(context.operation().value(), ObservedTaskDefinition.family(there))
                        .contains(there);
    }

    /**
     * The count to go back to; empty to leave it: it was never set, is right already, or somebody else set it since.
     */
    private static Optional<Integer> desired(Action action, Service service, boolean force, StepContext context) {
        String old = action.arguments().get("desired");
        if (old == null || Integer.parseInt(old) == service.desiredCount()) {
            return Optional.empty();
        }
        if (force || Integer.parseInt(action.argument("setDesired")) == service.desiredCount()) {
            return Optional.of(Integer.parseInt(old));
        }
        context.progress().say("left the count at " + service.desiredCount() + ": somebody set it since");
        return Optional.empty();
    }
}
