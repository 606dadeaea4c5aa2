package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The order in which alarms can be deleted: each before those that it names, so composites before their children. */
final class DeletionOrder {

    private final Map<String, ObservedAlarm> alarms = new HashMap<>();
    private final Set<String> children = new LinkedHashSet<>();

    private DeletionOrder() {}

    static List<ObservedAlarm> of(List<ObservedAlarm> observed) {
        DeletionOrder order = new DeletionOrder();
        observed.forEach(alarm -> order.alarms.put(alarm.name(), alarm));
        Set<String> begun = new LinkedHashSet<>();
        observed.forEach(alarm -> order.visit(alarm, begun));
        // Each stands behind those that it names; the other way round it can be deleted before them.
        List<String> names = new ArrayList<>(order.children);
        return names.reversed().stream().map(order.alarms::get).toList();
    }

    private void visit(ObservedAlarm alarm, Set<String> begun) {
        if (begun.add(alarm.name())) {
            named(alarm).map(alarms::get).filter(other -> other != null).forEach(other -> visit(other, begun));
            children.add(alarm.name());
        }
    }

    private static Stream<String> named(ObservedAlarm alarm) {
        return alarm.definition().stream()
                .filter(CompositeAlarm.class::isInstance)
                .map(CompositeAlarm.class::cast)
                .flatMap(DeletionOrder::named);
    }

    private static Stream<String> named(CompositeAlarm alarm) {
        Stream<String> suppressor = alarm.suppressor().stream().map(CompositeAlarm.Suppressor::alarm);
        try {
            return Stream.concat(RuleParser.parse(alarm.rule()).alarms(), suppressor);
        } catch (RuleException ignored) {
            // CloudWatch took it; what it names beyond our grammar can be deleted in any order.
            return suppressor;
        }
    }
}
