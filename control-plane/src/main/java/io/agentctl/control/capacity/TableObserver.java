package io.agentctl.control.capacity;

import io.agentctl.control.aws.Parallel;
import io.agentctl.control.scaling.ObservedScaling;
import io.agentctl.control.scaling.ScaledQuantity;
import io.agentctl.control.scaling.ScalingGateway;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables with what scales them. */
final class TableObserver {

    private final TablesGateway tables;
    private final ScalingGateway scaling;

    TableObserver(TablesGateway tables, ScalingGateway scaling) {
        this.tables = tables;
        this.scaling = scaling;
    }

    /**
     * A table.
     *
     * @throws io.agentctl.control.error.AgentctlException NOT_FOUND, naming the near ones, if there is none
     */
    ObservedTable observe(TableName name) {
        ObservedTable table = tables.described(name);
        List<Meter> meters = table.meters();
        List<Optional<ObservedScaling>> found = Parallel.map(meters, meter -> scaling.of(meter.of(name)));
        Map<Meter, ObservedScaling> present = new HashMap<>();
        for (int i = 0; i < meters.size(); i++) {
            Meter meter = meters.get(i);
            found.get(i).ifPresent(one -> present.put(meter, one));
        }
        return table.with(present);
    }

    /** All tables of the account and region; one that is deleted meanwhile is left out. */
    List<ObservedTable> all() {
        List<TableName> names = tables.names();
        List<ObservedTable> found = Parallel.map(names, tables::find).stream()
                .flatMap(Optional::stream)
                .toList();
        if (found.isEmpty()) {
            return List.of();
        }
        Map<ScaledQuantity, Map<String, ObservedScaling>> scaled = new HashMap<>();
        Arrays.stream(ScaledQuantity.values())
                .filter(quantity -> quantity != ScaledQuantity.ECS_TASKS)
                .forEach(quantity -> scaled.put(quantity, scaling.all(quantity)));
        return found.stream().map(table -> table.with(of(table, scaled))).toList();
    }

    private static Map<Meter, ObservedScaling> of(
            ObservedTable table, Map<ScaledQuantity, Map<String, ObservedScaling>> scaled) {
        Map<Meter, ObservedScaling> present = new HashMap<>();
        for (Meter meter : table.meters()) {
            ObservedScaling one = scaled.get(meter.of(table.name()).quantity())
                    .get(meter.of(table.name()).resourceId());
            if (one != null) {
                present.put(meter, one);
            }
        }
        return present;
    }
}
