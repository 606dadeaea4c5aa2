package io.agentctl.control.scaling;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.Map;
import java.util.Optional;

/** Sets the policy on the usual utilization, or takes it away where there was none. */
public final class SetTracking implements ActionHandler {

    private static final String TYPE = "scaling.set-tracking";

    private final ScalingGateway scaling;

    public SetTracking(ScalingGateway scaling) {
        this.scaling = scaling;
    }

    /** The action that sets a policy. */
    public static Action action(Scalable scalable, TargetTracking tracking) {
        Map<String, String> arguments = scalable.arguments();
        arguments.put("policy", tracking.policyName());
        arguments.put("target", Double.toString(tracking.targetPercent()));
        arguments.put("disableScaleIn", Boolean.toString(tracking.disableScaleIn()));
        if (tracking.scaleInCooldown() != null) {
            arguments.put("scaleInCooldown", tracking.scaleInCooldown().toString());
        }
        if (tracking.scaleOutCooldown() != null) {
            arguments.put("scaleOutCooldown", tracking.scaleOutCooldown().toString());
        }
        return Action.of(TYPE, arguments);
    }

    /** The action that takes a policy away. */
    public static Action removal(Scalable scalable, String policyName) {
        Map<String, String> arguments = scalable.arguments();
        arguments.put("policy", policyName);
        return Action.of(TYPE, arguments);
    }

    /** The way back to what was observed before a policy was set. */
    public static Action inverse(Scalable scalable, Optional<TargetTracking> before, TargetTracking set) {
        return before.map(tracking -> action(scalable, tracking)).orElseGet(() -> removal(scalable, set.policyName()));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        Scalable scalable = Scalable.of(action);
        Optional<TargetTracking> there = scaling.of(scalable).flatMap(ObservedScaling::targetTracking);
        Optional<TargetTracking> wanted = wanted(action);
        if (there.equals(wanted)) {
            return Outcome.done();
        }
        wanted.ifPresentOrElse(
                tracking -> scaling.put(scalable, tracking),
                () -> scaling.removePolicy(scalable, action.argument("policy")));
        return Outcome.done();
    }

    private static Optional<TargetTracking> wanted(Action action) {
        return Optional.ofNullable(action.arguments().get("target"))
                .map(target -> new TargetTracking(
                        action.argument("policy"),
                        Double.parseDouble(target),
                        seconds(action, "scaleInCooldown"),
                        seconds(action, "scaleOutCooldown"),
                        Boolean.parseBoolean(action.argument("disableScaleIn"))));
    }

    private static Integer seconds(Action action, String name) {
        String text = action.arguments().get(name);
        return text == null ? null : Integer.valueOf(text);
    }
}
