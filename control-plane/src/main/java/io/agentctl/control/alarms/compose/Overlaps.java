package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.metric.AlarmRule;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.MetricAlarm;
import io.agentctl.control.alarms.definition.Watched;
import io.agentctl.control.yaml.Findings;
import java.util.HashMap;
import java.util.Map;

/** Alarms of different objectives or specs that do the same: one failure would be told twice. */
final class Overlaps {

    private Overlaps() {}

    /** What an alarm does, whatever it is called and whomever it tells. */
    private record Deed(Watched watched, AlarmRule rule) {}

    static void check(Composition composition, Findings findings) {
        Map<Deed, AlarmGroup> first = new HashMap<>();
        for (AlarmGroup group : composition.groups()) {
            for (AlarmDefinition alarm : group.alarms()) {
                if (alarm instanceof MetricAlarm metric) {
                    AlarmGroup other = first.putIfAbsent(new Deed(metric.watched(), metric.rule()), group);
                    if (other != null && !other.name().equals(group.name())) {
                        findings.warning(
                                group.position(),
                                metric.name() + " does the same as an alarm of " + other.name() + " at "
                                        + other.position() + ": a failure would be told twice");
                    }
                }
            }
        }
    }
}
