package io.agentctl.control.alarms.replay;

import io.agentctl.alarm.composite.CompositeRule;
import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import io.agentctl.control.alarms.definition.MetricAlarm;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Alarms in an order in which each comes after those that it rests on.
 *
 * @param metric those on metrics
 * @param composite those on others, each after its children and its suppressor, with its rule
 * @param untried why others cannot be tried, by name
 */
record AlarmSet(
        List<MetricAlarm> metric, Map<CompositeAlarm, CompositeRule> composite, SortedMap<String, String> untried) {

    private static final int MINUTE = 60;

    /** Those that were asked for, all where none were, and those that these rest on. */
    static AlarmSet of(Collection<? extends AlarmDefinition> definitions, Collection<String> names) {
        Map<String, AlarmDefinition> byName = definitions.stream()
                .collect(Collectors.toMap(AlarmDefinition::name, alarm -> alarm, (one, two) -> one));
        Map<String, CompositeRule> rules = new LinkedHashMap<>();
        SortedMap<String, String> untried = new TreeMap<>();
        Deque<String> open = new ArrayDeque<>(names.isEmpty() ? byName.keySet() : names);
        Map<String, AlarmDefinition> wanted = new TreeMap<>();
        while (!open.isEmpty()) {
            String name = open.poll();
            AlarmDefinition alarm = byName.get(name);
            if (alarm == null || wanted.putIfAbsent(name, alarm) != null) {
                continue;
            }
            if (alarm instanceof CompositeAlarm composite) {
                parse(composite, untried).ifPresent(rule -> {
                    rules.put(name, rule);
                    open.addAll(restsOn(composite, rule));
                });
            }
        }
        List<MetricAlarm> metric = new ArrayList<>();
        for (AlarmDefinition alarm : wanted.values()) {
            if (alarm instanceof MetricAlarm onMetric) {
                if (onMetric.rule().periodSeconds() < MINUTE) {
                    untried.put(alarm.name(), "its data of less than a minute is kept for three hours only");
                } else {
                    metric.add(onMetric);
                }
            }
        }
        return new AlarmSet(metric, inOrder(wanted, rules, untried), untried);
    }

    private static Optional<CompositeRule> parse(CompositeAlarm alarm, Map<String, String> untried) {
        try {
            return Optional.of(RuleParser.parse(alarm.rule()));
        } catch (RuleException fault) {
            untried.put(alarm.name(), "its rule, column " + fault.column() + ": " + fault.getMessage());
            return Optional.empty();
        }
    }

    /** The alarms whose states an alarm needs. */
    static List<String> restsOn(CompositeAlarm alarm, CompositeRule rule) {
        List<String> names =
                new ArrayList<>(rule.alarms().map(AlarmNames::of).distinct().toList());
        alarm.suppressor().ifPresent(suppressor -> names.add(AlarmNames.of(suppressor.alarm())));
        return names;
    }

    /** What is left when nothing more can be put in order needs an alarm that is not there, or each other. */
    private static Map<CompositeAlarm, CompositeRule> inOrder(
            Map<String, AlarmDefinition> wanted, Map<String, CompositeRule> rules, Map<String, String> untried) {
        Map<CompositeAlarm, CompositeRule> ordered = new LinkedHashMap<>();
        Map<String, CompositeRule> left = new LinkedHashMap<>(rules);
        boolean found = true;
        while (found) {
            found = false;
            for (String name : List.copyOf(left.keySet())) {
                CompositeAlarm alarm = (CompositeAlarm) wanted.get(name);
                List<String> needs = restsOn(alarm, left.get(name));
                Optional<String> lacking = needs.stream()
                        .filter(need -> untried.containsKey(need) || !wanted.containsKey(need))
                        .findFirst();
                if (lacking.isPresent()) {
                    left.remove(name);
                    untried.put(
                            name,
                            "it rests on " + lacking.get()
                                    + (wanted.containsKey(lacking.get())
                                            ? ", which cannot be tried"
                                            : ", which does not exist"));
                    found = true;
                } else if (needs.stream().noneMatch(left::containsKey)) {
                    ordered.put(alarm, left.remove(name));
                    found = true;
                }
            }
        }
        left.keySet().forEach(name -> untried.put(name, "it is in a cycle: " + String.join(", ", left.keySet())));
        return ordered;
    }
}
