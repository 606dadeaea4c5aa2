package io.agentctl.control.scaling;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;

/** Brings a scheduled action from one text to another, or makes or removes it, if it is still as it was. */
public final class SetScheduledBounds implements ActionHandler {

    private static final String TYPE = "scaling.set-schedule";

    private final ScalingGateway scaling;

    public SetScheduledBounds(ScalingGateway scaling) {
        this.scaling = scaling;
    }

    /**
     * The action.
     *
     * @param name of the scheduled action
     * @param from its {@link ScheduledBounds#text}; empty where there was none
     * @param to the text wanted; empty to remove it
     */
    public static Action action(Scalable scalable, String name, String from, String to) {
        Map<String, String> arguments = scalable.arguments();
        arguments.put("name", name);
        arguments.put("from", from);
        arguments.put("to", to);
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        Scalable scalable = Scalable.of(action);
        String name = action.argument("name");
        String to = action.argument("to");
        String there = there(action);
        if (there.equals(to)) {
            return Outcome.done();
        }
        if (!action.forced()) {
            requireUnchanged(action, there);
        }
        if (to.isEmpty()) {
            scaling.unschedule(scalable, name);
        } else {
            scaling.schedule(scalable, ScheduledBounds.parse(name, to));
        }
        return Outcome.done();
    }

    /** Each is about a scheduled action of its own. */
    @Override
    public void requireUndisturbed(Action inverse) {
        String there = there(inverse);
        if (!there.equals(inverse.argument("to"))) {
            requireUnchanged(inverse, there);
        }
    }

    private String there(Action action) {
        return scaling.scheduled(Scalable.of(action)).stream()
                .filter(scheduled -> scheduled.name().equals(action.argument("name")))
                .map(ScheduledBounds::text)
                .findFirst()
                .orElse("");
    }

    private static void requireUnchanged(Action action, String there) {
        if (!there.equals(action.argument("from"))) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "somebody changed scheduled action " + action.argument("name") + " of " + Scalable.of(action)
                            + " meanwhile: it is " + (there.isEmpty() ? "gone" : there),
                    "Look at it, and plan anew.");
        }
    }
}
