package io.agentctl.control.alarms.definition;

import io.agentctl.alarm.metric.AlarmRule;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alarm on a metric, or on math over some.
 *
 * @param watched what it looks at
 * @param rule when it changes its state
 */
public record MetricAlarm(
        String name,
        String description,
        AlarmActions actions,
        Watched watched,
        AlarmRule rule,
        SortedMap<String, String> tags)
        implements AlarmDefinition {

    public MetricAlarm {
        Names.require(name, description);
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    @Override
    public MetricAlarm described(String other) {
        return new MetricAlarm(name, other, actions, watched, rule, tags);
    }

    @Override
    public MetricAlarm tagged(SortedMap<String, String> others) {
        return new MetricAlarm(name, description, actions, watched, rule, others);
    }

    @Override
    public MetricAlarm acting(AlarmActions others) {
        return new MetricAlarm(name, description, others, watched, rule, tags);
    }
}
