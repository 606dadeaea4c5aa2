package io.agentctl.control.scaling;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;
import java.util.Optional;

/** Brings scaling bounds to a pair of values, or takes them away, if they are still where they were. */
public final class SetScaling implements ActionHandler {

    private static final String TYPE = "scaling.set-bounds";
    private static final String NONE = "none";

    private final ScalingGateway scaling;

    public SetScaling(ScalingGateway scaling) {
        this.scaling = scaling;
    }

    /**
     * The action.
     *
     * @param from the bounds observed; empty where nothing scaled
     * @param to the bounds wanted; empty to take it out of scaling
     */
    public static Action action(Scalable scalable, Optional<Bounds> from, Optional<Bounds> to) {
        Map<String, String> arguments = scalable.arguments();
        arguments.put("from", text(from));
        arguments.put("to", text(to));
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        Scalable scalable = Scalable.of(action);
        String there = text(scaling.of(scalable).map(ObservedScaling::bounds));
        String wanted = action.argument("to");
        if (there.equals(wanted)) {
            return Outcome.done();
        }
        if (!there.equals(action.argument("from")) && !action.forced()) {
            throw changedMeanwhile(scalable, there);
        }
        if (wanted.equals(NONE)) {
            scaling.deregister(scalable);
        } else {
            scaling.register(scalable, Bounds.parse(wanted));
        }
        return Outcome.done();
    }

    private static AgentctlException changedMeanwhile(Scalable scalable, String there) {
        return new AgentctlException(
                ErrorCode.CONFLICT,
                "somebody changed the scaling of " + scalable + " meanwhile: "
                        + (there.equals(NONE) ? "it does not scale any more" : "it scales within " + there),
                "Look at it, and plan anew.");
    }

    private static String text(Optional<Bounds> bounds) {
        return bounds.map(Bounds::toString).orElse(NONE);
    }
}
