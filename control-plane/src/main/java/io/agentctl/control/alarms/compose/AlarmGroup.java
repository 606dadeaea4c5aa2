package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.yaml.Node.Position;
import java.util.List;

/**
 * The alarms that one objective or spec wants; they are changed and undone together.
 *
 * @param name of the objective or spec
 * @param position where it is written
 * @param alarms each after those that it names
 * @param tiers the fastest first; none for a spec
 */
public record AlarmGroup(String name, Position position, List<AlarmDefinition> alarms, List<Tier> tiers) {
    public AlarmGroup {
        alarms = List.copyOf(alarms);
        tiers = List.copyOf(tiers);
    }
}
