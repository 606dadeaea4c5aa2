package io.agentctl.control.alarms.definition;

import io.agentctl.alarm.composite.Suppression;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An alarm on the states of others.
 *
 * @param rule as CloudWatch writes it: {@code ALARM("long") AND ALARM("short")}; up to 10,240 characters
 * @param suppressor the alarm that holds its actions back while it is in ALARM
 */
public record CompositeAlarm(
        String name,
        String description,
        AlarmActions actions,
        String rule,
        Optional<Suppressor> suppressor,
        SortedMap<String, String> tags)
        implements AlarmDefinition {

    /** CloudWatch's bound (API reference, PutCompositeAlarm). */
    public static final int LONGEST_RULE = 10_240;

    /**
     * What holds actions back, and for how long.
     *
     * @param alarm its name or ARN
     * @param times CloudWatch wants both of them said
     */
    public record Suppressor(String alarm, Suppression.Times times) {}

    public CompositeAlarm {
        Names.require(name, description);
        if (rule.isBlank() || rule.length() > LONGEST_RULE) {
            throw new IllegalArgumentException(
                    name + ": a rule has 1 to " + LONGEST_RULE + " characters, this has " + rule.length());
        }
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    @Override
    public CompositeAlarm described(String other) {
        return new CompositeAlarm(name, other, actions, rule, suppressor, tags);
    }

    @Override
    public CompositeAlarm tagged(SortedMap<String, String> others) {
        return new CompositeAlarm(name, description, actions, rule, suppressor, others);
    }

    @Override
    public CompositeAlarm acting(AlarmActions others) {
        return new CompositeAlarm(name, description, others, rule, suppressor, tags);
    }
}
