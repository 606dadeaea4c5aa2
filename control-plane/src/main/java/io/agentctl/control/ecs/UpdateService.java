package io.agentctl.control.ecs;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.ecs.model.Service;

/**
 * Brings a service to a revision and a count, if it is still where the plan found it. An argument that is left out
 * stays as it is.
 */
final class UpdateService implements ActionHandler {

    static final String TYPE = "ecs.update-service";
    /** Stands for the revision that an earlier step of the operation registered. */
    static final String REGISTERED = "registered";

    private final EcsGateway ecs;
    private final ServiceWriter writer;

    UpdateService(EcsGateway ecs, ServiceWriter writer) {
        this.ecs = ecs;
        this.writer = writer;
    }

    /**
     * The action.
     *
     * @param to ARN of the revision, or {@link #REGISTERED}
     * @param desired the count, or null to leave it
     */
    static Action action(ObservedService from, String to, Integer desired) {
        Map<String, String> arguments = new HashMap<>(Map.of(
                "cluster", from.name().cluster(),
                "service", from.name().service(),
                "from", from.taskDefinition().arn(),
                "to", to));
        if (desired != null) {
            arguments.put("fromDesired", Integer.toString(from.desired()));
            arguments.put("desired", Integer.toString(desired));
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
        String wanted = revision(action.argument("to"), context);
        Service service = ecs.describe(name).orElseThrow(() -> serviceGone(name));
        String there = service.taskDefinition();
        if (!there.equals(wanted) && !there.equals(action.argument("from"))) {
            throw changedMeanwhile(name, "runs " + ObservedTaskDefinition.shortName(there));
        }
        String desired = action.arguments().get("desired");
        String count = Integer.toString(service.desiredCount());
        if (desired != null && !count.equals(desired) && !count.equals(action.argument("fromDesired"))) {
            throw changedMeanwhile(name, "wants " + count + " tasks");
        }
        boolean recount = desired != null && !count.equals(desired);
        if (!there.equals(wanted) || recount) {
            if (desired == null) {
                writer.update(name, wanted);
            } else {
                writer.update(name, wanted, Integer.parseInt(desired));
            }
        }
        return Outcome.with(RegisterTaskDefinition.REVISION, wanted);
    }

    static String revision(String argument, StepContext context) {
        return argument.equals(REGISTERED)
                ? context.earlier(RegisterTaskDefinition.REVISION)
                        .orElseThrow(() -> new IllegalStateException("no revision was registered before"))
                : argument;
    }

    static AgentctlException serviceGone(ServiceName name) {
        return new AgentctlException(ErrorCode.NOT_FOUND, "service " + name + " is not there any more", "");
    }

    static AgentctlException changedMeanwhile(ServiceName name, String how) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed " + name + " meanwhile: it " + how,
                "Look at it with: agentctl ecs services " + name.service() + ", and plan anew.");
    }
}
