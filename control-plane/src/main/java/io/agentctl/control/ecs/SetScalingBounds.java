package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;
import java.util.Optional;

/** Brings a service's scaling bounds to a pair of values, or takes them away, if they are still where they were. */
final class SetScalingBounds implements ActionHandler {

    static final String TYPE = "ecs.set-scaling-bounds";
    private static final String NONE = "none";

    private final ScalingGateway scaling;

    SetScalingBounds(ScalingGateway scaling) {
        this.scaling = scaling;
    }

    /** The action that sets bounds on an observed service. */
    static Action action(ObservedService before, int min, int max) {
        return between(before.name(), text(before.scaling()), text(min, max));
    }

    /** The way back from {@link #action}. */
    static Action inverse(ObservedService before, int min, int max) {
        return between(before.name(), text(min, max), text(before.scaling()));
    }

    private static Action between(ServiceName name, String from, String to) {
        return Action.of(TYPE, Map.of("cluster", name.cluster(), "service", name.service(), "from", from, "to", to));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        String there = text(scaling.of(name));
        String wanted = action.argument("to");
        if (there.equals(wanted)) {
            return Outcome.done();
        }
        boolean force = Boolean.parseBoolean(action.arguments().get("force"));
        if (!there.equals(action.argument("from")) && !force) {
            throw UpdateService.changedMeanwhile(name, "scales within " + there);
        }
        if (wanted.equals(NONE)) {
            scaling.removeBounds(name);
        } else {
            int dash = wanted.indexOf('-');
            scaling.setBounds(
                    name, Integer.parseInt(wanted.substring(0, dash)), Integer.parseInt(wanted.substring(dash + 1)));
        }
        return Outcome.done();
    }

    private static String text(Optional<ScalingTarget> target) {
        return target.map(bounds -> text(bounds.min(), bounds.max())).orElse(NONE);
    }

    private static String text(int min, int max) {
        return min + "-" + max;
    }
}
