package io.agentctl.control.alarms.upkeep;

import io.agentctl.alarm.AlarmState;
import io.agentctl.alarm.composite.CompositeRule;
import io.agentctl.alarm.composite.RuleException;
import io.agentctl.alarm.composite.RuleParser;
import io.agentctl.control.alarms.definition.CompositeAlarm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a composite alarm is decided.
 *
 * @param rule its rule
 * @param children the alarms that it names
 * @param suppressor what holds its actions back while it is in ALARM; empty for nothing
 */
public record CompositeExplanation(String rule, List<Child> children, String suppressor) {

    public CompositeExplanation {
        children = List.copyOf(children);
    }

    /**
     * An alarm that a composite names.
     *
     * @param alarm its name
     * @param state how it is
     * @param wanted how it would have to be for the composite to be in ALARM, all others being as wanted
     */
    public record Child(String alarm, AlarmState state, String wanted) {}

    /** Empty for a metric alarm. */
    static Optional<CompositeExplanation> of(ObservedAlarm alarm, AlarmGateway alarms) {
        return alarm.definition()
                .filter(CompositeAlarm.class::isInstance)
                .map(CompositeAlarm.class::cast)
                .map(composite -> explain(composite, alarms));
    }

    private static CompositeExplanation explain(CompositeAlarm alarm, AlarmGateway alarms) {
        List<Child> children = new ArrayList<>();
        try {
            CompositeRule rule = RuleParser.parse(alarm.rule());
            Map<String, AlarmState> states = alarms
                    .named(rule.alarms().map(AlarmArns::name).toList())
                    .stream()
                    .collect(Collectors.toMap(
                            ObservedAlarm::name, one -> one.condition().state()));
            Map<String, List<String>> wanted = wanted(rule);
            wanted.forEach((name, conditions) -> children.add(new Child(
                    name, states.getOrDefault(name, AlarmState.INSUFFICIENT_DATA), String.join(" or ", conditions))));
        } catch (RuleException ignored) {
            // CloudWatch took the rule; ours reads a little less, and the rule itself is shown.
            children.clear();
        }
        return new CompositeExplanation(
                alarm.rule(),
                children,
                alarm.suppressor().map(CompositeAlarm.Suppressor::alarm).orElse(""));
    }

    private static Map<String, List<String>> wanted(CompositeRule rule) {
        return leaves(rule, true).stream()
                .collect(Collectors.groupingBy(
                        leaf -> AlarmArns.name(leaf.alarm()),
                        LinkedHashMap::new,
                        Collectors.mapping(Leaf::condition, Collectors.toList())));
    }

    private record Leaf(String alarm, String condition) {}

    private static List<Leaf> leaves(CompositeRule rule, boolean holding) {
        Function<CompositeRule, List<Leaf>> inside = operand -> leaves(operand, holding);
        return switch (rule) {
            case CompositeRule.Is is -> List.of(new Leaf(is.alarm(), (holding ? "" : "not ") + is.state()));
            case CompositeRule.Not not -> leaves(not.operand(), !holding);
            case CompositeRule.And and -> joined(inside.apply(and.left()), inside.apply(and.right()));
            case CompositeRule.Or or -> joined(inside.apply(or.left()), inside.apply(or.right()));
            case CompositeRule.Constant ignored -> List.of();
        };
    }

    private static List<Leaf> joined(List<Leaf> one, List<Leaf> other) {
        List<Leaf> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
