package io.agentctl.control.alarms.document;

import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.slo.Objective;
import io.agentctl.control.yaml.Finding;
import java.util.List;

/**
 * What a project wants watched.
 *
 * @param source where it was read, as messages name it
 * @param objectives what is promised
 * @param alarms the alarms that are asked for besides those that follow from objectives
 * @param warnings what their author should know; mistakes are none of these
 */
public record Monitoring(String source, List<Objective> objectives, List<AlarmSpec> alarms, List<Finding> warnings) {

    public Monitoring {
        objectives = List.copyOf(objectives);
        alarms = List.copyOf(alarms);
        warnings = List.copyOf(warnings);
    }
}
