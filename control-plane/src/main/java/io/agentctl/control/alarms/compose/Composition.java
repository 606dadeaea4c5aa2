package io.agentctl.control.alarms.compose;

import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.yaml.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * All alarms that a project wants.
 *
 * @param project whose
 * @param groups one for each objective with alarms, and for each spec
 * @param findings what could not be made, and what was made differently than asked for
 */
public record Composition(String project, List<AlarmGroup> groups, List<Finding> findings) {
    public Composition {
        groups = List.copyOf(groups);
        findings = List.copyOf(findings);
    }

    /** All alarms, each after those that it names. */
    public Stream<AlarmDefinition> alarms() {
        return groups.stream().flatMap(group -> group.alarms().stream());
    }
}
