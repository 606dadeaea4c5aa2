package io.agentctl.control.capacity;

import io.agentctl.control.apply.Following;
import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.Step;
import io.agentctl.control.scaling.ObservedScaling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The steps that bring a table to what is wanted, with their ways back. */
final class TableOperation {

    private TableOperation() {}

    static List<Step> steps(ObservedTable table, WantedTable wanted, Following following) {
        TableName name = table.name();
        List<Step> steps = new ArrayList<>();
        boolean onDemand = wanted.mode().filter(mode -> mode == Mode.ON_DEMAND).isPresent();
        if (onDemand) {
            steps.addAll(keepScaling(table));
        }
        wanted.mode().ifPresent(mode -> {
            steps.add(switchMode(table, mode, wanted));
            if (following.untilProved()) {
                steps.add(Step.check("wait until it is active", AwaitActive.action(name)));
            }
        });
        if (wanted.mode().isEmpty()) {
            steps.addAll(keepThroughput(table, wanted));
        }
        SortedMap<Meter, Optional<ObservedScaling>> scaling = new TreeMap<>();
        for (Map.Entry<Meter, Optional<AutoScaled>> one : wanted.scaling().entrySet()) {
            Meter meter = one.getKey();
            Optional<ObservedScaling> present = table.scaling(meter);
            Optional<ObservedScaling> to = one.getValue().map(setting -> ScalingText.wanted(setting, present));
            scaling.put(meter, to);
            steps.add(Step.change(
                    (to.isPresent() ? "scale " : "stop scaling ") + meter,
                    PutScaling.action(name, meter, present, to),
                    PutScaling.action(name, meter, to, present)));
        }
        if (following.untilProved()) {
            steps.add(
                    Step.check("verify", VerifyTable.action(name, wanted.mode().orElse(table.mode()), scaling)));
        }
        return steps;
    }

    /** Comes before scaling so that its way back comes after: what was fixed becomes what it was. */
    private static List<Step> keepThroughput(ObservedTable table, WantedTable wanted) {
        List<Step> steps = new ArrayList<>();
        for (ObservedPart part : table.parts()) {
            List<Direction> begin = Arrays.stream(Direction.values())
                    .filter(direction -> begins(table, wanted, new Meter(part.index(), direction)))
                    .toList();
            if (!begin.isEmpty()) {
                Action keep = PutThroughput.action(table.name(), part, begin);
                steps.add(Step.change("keep the throughput of " + part.title(), keep, keep));
            }
        }
        return steps;
    }

    /** True for a meter that is fixed, and is to scale. */
    private static boolean begins(ObservedTable table, WantedTable wanted, Meter meter) {
        return table.scaling(meter).isEmpty()
                && wanted.scaling().getOrDefault(meter, Optional.empty()).isPresent();
    }

    /** Comes before the switch so that its way back comes after the table is provisioned again. */
    private static List<Step> keepScaling(ObservedTable table) {
        return table.scaling().entrySet().stream()
                .map(one -> {
                    Optional<ObservedScaling> present = Optional.of(one.getValue());
                    Action keep = PutScaling.action(table.name(), one.getKey(), present, present);
                    return Step.change("keep the scaling of " + one.getKey(), keep, keep);
                })
                .toList();
    }

    private static Step switchMode(ObservedTable table, Mode mode, WantedTable wanted) {
        Action onDemand = SwitchMode.toOnDemand(table.name());
        return switch (mode) {
            case ON_DEMAND ->
                Step.change(
                        "switch to on demand",
                        onDemand,
                        SwitchMode.waiting(SwitchMode.toProvisioned(table.name(), table.throughputs())));
            case PROVISIONED ->
                Step.change(
                        "switch to provisioned",
                        SwitchMode.toProvisioned(
                                table.name(), wanted.throughputs().orElseThrow()),
                        SwitchMode.waiting(onDemand));
        };
    }
}
