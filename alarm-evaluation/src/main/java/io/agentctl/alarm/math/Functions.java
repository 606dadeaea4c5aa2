package io.agentctl.alarm.math;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every function of metric math that can be computed here, by its name. */
final class Functions {

    /** Those that exist too, but whose results come from elsewhere than the metrics that an alarm names. */
    static final Set<String> ELSEWHERE = Set.of(
            "ANOMALY_DETECTION_BAND",
            "SEARCH",
            "INSIGHT_RULE_METRIC",
            "SERVICE_QUOTA",
            "DB_PERF_INSIGHTS",
            "LAMBDA",
            "SORT");

    private static final Map<String, Function> ALL = Stream.of(Aggregations.ALL, Shapes.ALL, Clocks.ALL, Choices.ALL)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableMap(Function::name, UnaryOperator.identity()));

    private Functions() {}

    static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
