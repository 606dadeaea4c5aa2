package io.agentctl.control.alarms.document;

import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.yaml.Findings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds composites that need each other: CloudWatch would never decide them. */
final class CompositeCycles {

    private final Map<String, AlarmSpec> alarms;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private final Set<String> needing = new HashSet<>();
    private final Deque<String> path = new ArrayDeque<>();

    private CompositeCycles(Map<String, AlarmSpec> alarms, Findings findings) {
        this.alarms = alarms;
        this.findings = findings;
    }

    /** Notes them, and gives their names. */
    static Set<String> note(Map<String, AlarmSpec> alarms, Findings findings) {
        CompositeCycles cycles = new CompositeCycles(alarms, findings);
        alarms.keySet().forEach(cycles::visit);
        return cycles.needing;
    }

    private void visit(String name) {
        if (path.contains(name)) {
            List<String> cycle = new ArrayList<>(path);
            List<String> part = cycle.subList(cycle.indexOf(name), cycle.size());
            needing.addAll(part);
            findings.error(
                    alarms.get(name).position(),
                    "alarms that need each other: " + String.join(" -> ", part) + " -> " + name);
            return;
        }
        if (!seen.add(name)) {
            return;
        }
        path.addLast(name);
        named(name).stream().filter(alarms::containsKey).forEach(this::visit);
        path.removeLast();
    }

    private List<String> named(String name) {
        return alarms.get(name).definition() instanceof CompositeAlarm composite ? named(composite) : List.of();
    }

    private static List<String> named(CompositeAlarm composite) {
        try {
            return RuleParser.parse(composite.rule()).alarms().distinct().toList();
        } catch (RuleException alreadyNoted) {
            return List.of();
        }
    }
}
