package io.agentctl.control.capacity;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.ActionHandler;
import io.agentctl.control.journal.Outcome;
import io.agentctl.control.journal.StepContext;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.Scalable;
import io.agentctl.control.scaling.ScalingGateway;
import io.agentctl.control.scaling.TargetTracking;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings the scaling of one meter to what is wanted, whole: bounds, what is suspended, and the target. Scaling may get
 * lost when a table is switched, so none is as good a start as what was observed; a third state is somebody else's, and
 * is left as it is.
 */
final class PutScaling implements ActionHandler {

    private static final String TYPE = "table.put-scaling";
    private static final String METER = "meter";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String NONE = "none";

    private final ScalingGateway scaling;
    private final TableSettling settling;

    PutScaling(ScalingGateway scaling, TableSettling settling) {
        this.scaling = scaling;
        this.settling = settling;
    }

    /** The action; its way back is the same with the two changed over. */
    static Action action(TableName table, Meter meter, Optional<ObservedScaling> from, Optional<ObservedScaling> to) {
        Map<String, String> arguments = new HashMap<>();
        arguments.put(TableName.ARGUMENT, table.value());
        arguments.put(METER, meter.toString());
        arguments.put(FROM, from.map(ScalingText::full).orElse(NONE));
        arguments.put(TO, to.map(ScalingText::full).orElse(NONE));
        return Action.of(TYPE, arguments);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Outcome perform(Action action, StepContext context) {
        TableName table = TableName.of(action);
        Meter meter = Meter.parse(action.argument(METER));
        Scalable scalable = meter.of(table);
        Optional<ObservedScaling> there = scaling.of(scalable);
        Optional<ObservedScaling> to = read(action.argument(TO));
        if (same(there, to)) {
            return Outcome.done();
        }
        Optional<ObservedScaling> from = read(action.argument(FROM));
        if (!action.forced() && there.isPresent() && !known(there.get(), from, to)) {
            throw new AgentctlException(
                    ErrorCode.CONFLICT,
                    "somebody changed the scaling of " + meter + " of table " + table + " meanwhile: it is "
                            + ScalingText.brief(there.get()) + " now",
                    "Their change is left as it is. Look at it with: agentctl table usage " + table);
        }
        // Bounds pull the capacity into them at once, and a table that is being updated cannot follow.
        settling.settled(table, context.progress().cancellation());
        to.ifPresentOrElse(wanted -> put(scalable, there, wanted), () -> scaling.deregister(scalable));
        return Outcome.done();
    }

    private void put(Scalable scalable, Optional<ObservedScaling> there, ObservedScaling wanted) {
        scaling.register(scalable, wanted.bounds(), wanted.suspension());
        Optional<TargetTracking> present = there.flatMap(ObservedScaling::targetTracking);
        wanted.targetTracking()
                .filter(tracking -> !present.equals(Optional.of(tracking)))
                .ifPresent(tracking -> scaling.put(scalable, tracking));
        present.filter(tracking -> wanted.targetTracking()
                        .filter(one -> one.policyName().equals(tracking.policyName()))
                        .isEmpty())
                .ifPresent(tracking -> scaling.removePolicy(scalable, tracking.policyName()));
    }

    /** True for what this action may have met or left half-way: each part is the one of before or the one wanted. */
    private static boolean known(ObservedScaling there, Optional<ObservedScaling> from, Optional<ObservedScaling> to) {
        boolean bounds = from.filter(one -> one.bounds().equals(there.bounds())).isPresent()
                || to.filter(one -> one.bounds().equals(there.bounds())).isPresent();
        TargetTracking tracking = there.tracking();
        boolean target = tracking == null
                || Objects.equals(tracking, from.map(ObservedScaling::tracking).orElse(null))
                || Objects.equals(tracking, to.map(ObservedScaling::tracking).orElse(null));
        return bounds && target;
    }

    private static boolean same(Optional<ObservedScaling> one, Optional<ObservedScaling> other) {
        return one.map(ScalingText::full).equals(other.map(ScalingText::full));
    }

    private static Optional<ObservedScaling> read(String text) {
        return text.equals(NONE) ? Optional.empty() : Optional.of(ScalingText.parse(text));
    }
}
