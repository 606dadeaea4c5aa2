package io.agentctl.control.capacity;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.Change;
import io.agentctl.control.plan.ResourcePlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a plan asks of a table.
 *
 * @param mode the mode to switch to; empty if it stays
 * @param throughputs what each part gets; empty if it becomes or stays on demand, or stays as it is
 * @param scaling what each meter is to scale within; an empty one is taken out of scaling
 */
record WantedTable(
        Optional<Mode> mode, Optional<Throughputs> throughputs, SortedMap<Meter, Optional<AutoScaled>> scaling) {

    /**
     * Reads a plan.
     *
     * @throws AgentctlException BAD_DOCUMENT if it asks for what cannot be done
     */
    static WantedTable of(ResourcePlan plan) {
        Optional<Mode> mode = Optional.empty();
        Map<String, Throughput> parts = new HashMap<>();
        SortedMap<Meter, Optional<AutoScaled>> scaling = new TreeMap<>();
        for (Change change : plan.changes()) {
            try {
                Optional<String> part = TableField.throughputOf(change.field());
                if (change.field().equals(TableField.MODE)) {
                    mode = Optional.of(Mode.parse(change.to()));
                } else if (part.isPresent()) {
                    if (!change.to().isEmpty()) {
                        parts.put(part.get(), usable(change.to()));
                    }
                } else {
                    Meter meter = TableField.scalingOf(change.field())
                            .orElseThrow(() -> new IllegalArgumentException("there is no such field"));
                    scaling.put(
                            meter,
                            change.to().isEmpty() ? Optional.empty() : Optional.of(ScalingText.wanted(change.to())));
                }
            } catch (IllegalArgumentException unknown) {
                throw new AgentctlException(
                        ErrorCode.BAD_DOCUMENT,
                        "this agentctl cannot set " + change.field() + " of " + plan.resource() + " to " + change.to()
                                + ": " + unknown.getMessage(),
                        "");
            }
        }
        if (mode.isPresent() && mode.get() == Mode.PROVISIONED && parts.isEmpty()) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT, "the plan gives " + plan.resource() + " no provisioned throughput", "");
        }
        return new WantedTable(mode, parts.isEmpty() ? Optional.empty() : Optional.of(Throughputs.of(parts)), scaling);
    }

    /** Which meters of a table scale once it is so. */
    Set<Meter> scaled(ObservedTable table) {
        Set<Meter> scaled = new HashSet<>(table.scaling().keySet());
        scaling.forEach((meter, setting) -> {
            if (setting.isPresent()) {
                scaled.add(meter);
            } else {
                scaled.remove(meter);
            }
        });
        return scaled;
    }

    private static Throughput usable(String text) {
        Throughput throughput = Throughput.parse(text);
        if (!throughput.usable()) {
            throw new IllegalArgumentException("at least 1 of each is needed");
        }
        return throughput;
    }
}
