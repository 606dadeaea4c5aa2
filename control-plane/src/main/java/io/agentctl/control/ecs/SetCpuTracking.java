package io.agentctl.control.ecs;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Sets the policy on average CPU, or takes it away where there was none. */
final class SetCpuTracking implements ActionHandler {

    static final String TYPE = "ecs.set-cpu-tracking";

    private final ScalingGateway scaling;

    SetCpuTracking(ScalingGateway scaling) {
        this.scaling = scaling;
    }

    /** The action that sets a policy. */
    static Action action(ServiceName name, CpuTracking tracking) {
        Map<String, String> arguments = new HashMap<>(Map.of(
                "cluster", name.cluster(),
                "service", name.service(),
                "policy", tracking.policyName(),
                "target", Double.toString(tracking.targetPercent()),
                "disableScaleIn", Boolean.toString(tracking.disableScaleIn())));
        if (tracking.scaleInCooldown() != null) {
            arguments.put("scaleInCooldown", tracking.scaleInCooldown().toString());
        }
        if (tracking.scaleOutCooldown() != null) {
            arguments.put("scaleOutCooldown", tracking.scaleOutCooldown().toString());
        }
        return Action.of(TYPE, arguments);
    }

    /** The way back: the policy that was there, or none. */
    static Action inverse(ObservedService before, CpuTracking set) {
        return before.scaling()
                .flatMap(ScalingTarget::cpuTracking)
                .map(tracking -> action(before.name(), tracking))
                .orElseGet(() -> Action.of(
                        TYPE,
                        Map.of(
                                "cluster", before.name().cluster(),
                                "service", before.name().service(),
                                "policy", set.policyName())));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        ServiceName name = ServiceName.of(action);
        Optional<CpuTracking> there = scaling.of(name).flatMap(ScalingTarget::cpuTracking);
        Optional<CpuTracking> wanted = wanted(action);
        if (there.equals(wanted)) {
            return Outcome.done();
        }
        wanted.ifPresentOrElse(
                tracking -> scaling.setTracking(name, tracking),
                () -> scaling.removeTracking(name, action.argument("policy")));
        return Outcome.done();
    }

    private static Optional<CpuTracking> wanted(Action action) {
        return Optional.ofNullable(action.arguments().get("target"))
                .map(target -> new CpuTracking(
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
