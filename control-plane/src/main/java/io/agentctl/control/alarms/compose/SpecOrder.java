package io.agentctl.control.alarms.compose;

import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.control.alarms.definition.AlarmSpec;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Puts specs behind those that they name, since CloudWatch takes a composite only once its alarms are there. */
final class SpecOrder {

    private final Map<String, AlarmSpec> specs = new LinkedHashMap<>();
    private final Set<String> begun = new HashSet<>();
    private final List<AlarmSpec> ordered = new ArrayList<>();

    private SpecOrder() {}

    static List<AlarmSpec> of(List<AlarmSpec> specs) {
        SpecOrder order = new SpecOrder();
        specs.forEach(spec -> order.specs.put(spec.definition().name(), spec));
        specs.forEach(order::visit);
        return order.ordered;
    }

    private void visit(AlarmSpec spec) {
        if (!begun.add(spec.definition().name())) {
            return;
        }
        if (spec.definition() instanceof CompositeAlarm composite) {
            named(composite).filter(specs::containsKey).map(specs::get).forEach(this::visit);
        }
        ordered.add(spec);
    }

    private static Stream<String> named(CompositeAlarm alarm) {
        Stream<String> suppressor = alarm.suppressor().stream().map(CompositeAlarm.Suppressor::alarm);
        try {
            return Stream.concat(RuleParser.parse(alarm.rule()).alarms(), suppressor);
        } catch (RuleException ignored) {
            // The lint tells of it, with its column.
            return suppressor;
        }
    }
}
