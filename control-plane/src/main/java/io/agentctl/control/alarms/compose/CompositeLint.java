package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.yaml.Findings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules of composite alarms that cannot be read, and composites that wait for each other. */
final class CompositeLint {

    private final Map<String, List<String>> named = new HashMap<>();
    private final Set<String> done = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private CompositeLint() {}

    static void check(Composition composition, Findings findings) {
        CompositeLint lint = new CompositeLint();
        for (AlarmGroup group : composition.groups()) {
            for (AlarmDefinition alarm : group.alarms()) {
                if (alarm instanceof CompositeAlarm composite) {
                    lint.read(group, composite, findings);
                }
            }
        }
        for (AlarmGroup group : composition.groups()) {
            group.alarms().forEach(alarm -> lint.walk(group, alarm.name(), findings));
        }
    }

    private void read(AlarmGroup group, CompositeAlarm alarm, Findings findings) {
        try {
            named.put(
                    alarm.name(),
                    Stream.concat(
                                    RuleParser.parse(alarm.rule()).alarms(),
                                    alarm.suppressor().stream().map(CompositeAlarm.Suppressor::alarm))
                            .distinct()
                            .toList());
        } catch (RuleException fault) {
            findings.error(
                    group.position(), alarm.name() + ", rule, column " + fault.column() + ": " + fault.getMessage());
        }
    }

    private void walk(AlarmGroup group, String alarm, Findings findings) {
        if (path.contains(alarm)) {
            List<String> round = new ArrayList<>(path.reversed());
            findings.error(
                    group.position(),
                    "composites that need each other: "
                            + String.join(" needs ", round.subList(round.indexOf(alarm), round.size())) + " needs "
                            + alarm);
            return;
        }
        if (!done.add(alarm)) {
            return;
        }
        path.push(alarm);
        named.getOrDefault(alarm, List.of()).forEach(other -> walk(group, other, findings));
        path.pop();
    }
}
